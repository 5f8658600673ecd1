package dev.pledgedesk.plugin.boundary;

import dev.pledgedesk.api.model.Extension;
import dev.pledgedesk.api.model.ExtensionFailure;
import dev.pledgedesk.api.model.Offer;
import dev.pledgedesk.api.model.Plugin;
import dev.pledgedesk.api.model.PluginSetting;
import dev.pledgedesk.plugin.ExtensionView;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.InstalledPlugin;
import dev.pledgedesk.plugin.SettingView;
import java.util.List;
import java.util.Locale;

/** Plugins as the contract shows them. */
final class PluginAnswers {

    private PluginAnswers() {
    }

    static Plugin plugin(InstalledPlugin p, Locale reader) {
        return new Plugin().jar(p.folder()).id(p.id()).name(p.name()).version(p.version()).state(Plugin.StateEnum.fromString(p.state().key())).reason(p.reason()).signed(p.signed()).sha256(p.sha256())
                .hosts(p.hosts()).data(p.data()).offers(p.offers().stream().map(o -> offer(p.id(), p.version(), o, reader)).toList()).busyThreads(p.threads()).leakedThreads(p.leaks());
    }

    static Offer offer(String plugin, String version, InstalledPlugin.Offer o, Locale reader) {
        return new Offer().plugin(plugin).version(version).point(o.point()).use(o.id()).name(o.name().in(reader)).settings(settings(o.settings(), reader));
    }

    private static List<PluginSetting> settings(List<SettingView> settings, Locale reader) {
        return settings.stream().map(s -> new PluginSetting().key(s.key()).kind(PluginSetting.KindEnum.fromString(s.kind())).several(s.list()).label(s.label().in(reader)).required(s.required()).preset(s.preset())
                .choices(s.choices()).group(settings(s.group(), reader))).toList();
    }

    static Extension extension(ExtensionView e, Locale reader) {
        return new Extension().plugin(e.ref().plugin()).use(e.ref().use()).version(e.ref().version()).name(e.ref().name().in(reader)).point(e.point()).state(Extension.StateEnum.fromString(e.state()))
                .reason(e.reason()).failures(e.failures());
    }

    static ExtensionFailure failure(FailureView f) {
        return new ExtensionFailure().id(f.id()).extension(f.extension()).version(f.version()).kind(ExtensionFailure.KindEnum.fromString(f.kind())).place(f.place()).subjectId(f.subject()).happenedAt(f.at());
    }
}
