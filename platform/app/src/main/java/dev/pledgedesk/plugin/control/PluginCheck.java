package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.BadAnswer;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.plugin.SdkTexts;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdkloader.SettingsReader;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Use;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Rules of {@code plugins.yaml}: what is switched on is there, its settings fit, and what can prove them does. */
@ApplicationScoped
public class PluginCheck implements ConfigCheck {

    private static final String SECTION = "plugins";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    PluginRegistry registry;

    @Inject
    Tenants tenants;

    @Inject
    TenantScope scope;

    @Inject
    ContextMaker contexts;

    @Inject
    Guard guard;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.pluginsUsed().isEmpty()) {
            references(config, findings);
            return;
        }
        guard.requireNoTransaction();
        Set<String> plugins = new HashSet<>();
        List<Use> uses = config.pluginsUsed();
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            String at = "/plugins/" + i;
            if (!plugins.add(use.plugin())) {
                findings.add(SECTION, at + "/plugin", "config.key-twice", use.plugin());
            }
            Optional<Installed> installed = registry.running(use.plugin(), use.version());
            if (installed.isPresent()) {
                extensions(config, use, installed.get(), at, findings);
            } else if (registry.running(use.plugin(), null).isPresent()) {
                findings.add(SECTION, at + "/version", "plugin.no-such-version", use.plugin(), use.version());
            } else {
                findings.add(SECTION, at + "/plugin", "plugin.not-running", use.plugin());
            }
        }
        references(config, findings);
    }

    /** What is named elsewhere is switched on, and of the right kind: validators of fields, channels that bring messages in. */
    private void references(TenantConfig config, ConfigFindings findings) {
        for (int i = 0; i < config.tickets().inbound().size(); i++) {
            String named = config.tickets().inbound().get(i).channel();
            if (!isOn(config, named, ExtensionPoint.INBOUND_CHANNEL)) {
                findings.add("tickets", "/inbound/" + i + "/channel", "plugin.unknown-channel", named);
            }
        }
        List<TicketType> types = config.tickets().ticketTypes();
        for (int t = 0; t < types.size(); t++) {
            for (int f = 0; f < types.get(t).fields().size(); f++) {
                String named = types.get(t).fields().get(f).validator();
                if (named != null && !isOn(config, named, ExtensionPoint.FIELD_VALIDATOR) && !isOn(config, named, ExtensionPoint.FIELD_KIND)) {
                    findings.add("tickets", "/ticketTypes/" + t + "/fields/" + f + "/validator", "plugin.unknown-validator", named);
                }
            }
        }
    }

    private boolean isOn(TenantConfig config, String named, ExtensionPoint<?> point) {
        return registry.switchedOn(config).anyMatch(on -> on.key().equals(named) && on.contribution().point() == point);
    }

    private void extensions(TenantConfig config, Use use, Installed installed, String at, ConfigFindings findings) {
        Set<String> used = new HashSet<>();
        for (int e = 0; e < use.extensions().size(); e++) {
            Extension extension = use.extensions().get(e);
            String there = at + "/extensions/" + e;
            if (!used.add(extension.use())) {
                findings.add(SECTION, there + "/use", "config.key-twice", extension.use());
            }
            Optional<Contribution<?, ?>> offered = installed.plugin().contribution(extension.use());
            if (offered.isEmpty()) {
                findings.add(SECTION, there + "/use", "plugin.offers-no-such", use.plugin(), extension.use(),
                        String.join(", ", installed.plugin().contributions().stream().map(Contribution::id).toList()));
            } else {
                settings(config, use, extension, installed, offered.get(), there, findings);
            }
        }
    }

    private void settings(TenantConfig config, Use use, Extension extension, Installed installed, Contribution<?, ?> offered, String at, ConfigFindings findings) {
        try {
            var kept = contexts.secrets(config.tenant().key());
            var tree = SettingsTree.of(extension.settings());
            var read = installed.threads().call(installed.plugin().loader(), PATIENCE, () -> SettingsReader.read(Offers.form(offered), tree, kept), () -> { });
            read.findings().forEach(f -> findings.add(SECTION, at + "/settings" + f.pointer(), "plugin.setting", SdkTexts.localized(f.text())));
            if (read.findings().isEmpty() && !runsAlready(config, use, extension)) {
                TenantContextOfPlugin trial = contexts.trial(installed.plugin().manifest(), ZoneId.of(config.tenant().zone()), read.hosts());
                installed.threads().call(installed.plugin().loader(), PATIENCE, () -> tested(trial, offered, read), trial::close);
            }
        } catch (PluginThreads.Threw threw) {
            findings.add(SECTION, at, "plugin.self-test", threw.getMessage());
        } catch (TimeoutException | RejectedExecutionException slow) {
            findings.add(SECTION, at, "plugin.self-test-slow", PATIENCE.toSeconds());
        }
    }

    private boolean runsAlready(TenantConfig config, Use use, Extension extension) {
        return tenants.all().stream().filter(t -> t.key().equals(config.tenant().key()) && t.configVersion() != null && !t.isClosed()).findFirst()
                .map(t -> scope.call(t.id(), () -> tenants.config().pluginsUsed())).stream().flatMap(List::stream)
                .anyMatch(u -> u.plugin().equals(use.plugin()) && Objects.equals(u.version(), use.version()) && u.extensions().contains(extension));
    }

    /** By a thread of the plugin: makes an instance, with nothing of a tenant's in its hands, and has it prove its settings. */
    private static <T, C extends Record> boolean tested(TenantContextOfPlugin trial, Contribution<T, C> offered, SettingsReader.Result read) {
        try {
            T object = offered.factory().make(offered.settings().cast(read.settings()), trial.face());
            if (object instanceof SelfTest test) {
                test.test();
            }
            if (object instanceof AutoCloseable closeable) {
                closeable.close();
            }
            return true;
        } catch (Exception refused) {
            // What it says is for the tenant's own administrator, who has written the settings; asked here, on the plugin's thread.
            throw new BadAnswer(refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage());
        }
    }
}
