package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.InstalledPlugin.Offer;
import dev.pledgedesk.plugin.SdkTexts;
import dev.pledgedesk.plugin.SettingView;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdkloader.LoadedPlugin;
import dev.pledgedesk.sdkloader.PluginRefused;
import dev.pledgedesk.sdkloader.SettingsForm;
import java.util.List;
import java.util.Locale;

/** What plugins offer, as people read it. */
final class Offers {

    private Offers() {
    }

    static List<Offer> of(LoadedPlugin plugin) {
        return plugin.contributions().stream().map(Offers::of).toList();
    }

    private static Offer of(Contribution<?, ?> contribution) {
        return new Offer(contribution.point().key(), contribution.id(), SdkTexts.localized(contribution.name()), settings(form(contribution)));
    }

    /** The form of something whose plugin is loaded, and so has one. */
    static SettingsForm form(Contribution<?, ?> contribution) {
        try {
            return SettingsForm.of(contribution.settings());
        } catch (PluginRefused changed) {
            throw new IllegalStateException("what was loaded has a form", changed);
        }
    }

    private static List<SettingView> settings(SettingsForm form) {
        return form.fields().stream().map(f -> new SettingView(f.key(), f.kind().name().toLowerCase(Locale.ROOT), f.list(), SdkTexts.localized(f.label()), f.required(), f.preset(), f.choices(),
                f.group() == null ? List.of() : settings(f.group()))).toList();
    }
}
