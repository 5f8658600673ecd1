package dev.pledgedesk.plugin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.OwnConfiguration;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Use;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.YamlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What of plugins the tenant uses and how: {@code plugins.yaml}, changed from inside. Checked and tried out as when a whole folder is applied. */
@ApplicationScoped
public class ExtensionSettings {

    private static final String FILE = "plugins.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is used.
     *
     * @param version of the configuration that says so
     */
    public record Used(List<Use> plugins, int version) {

        /** The settings of something that is used; empty if it is not. */
        public Optional<Extension> extension(String plugin, String use) {
            return plugins.stream().filter(u -> u.plugin().equals(plugin)).flatMap(u -> u.extensions().stream()).filter(e -> e.use().equals(use)).findFirst();
        }
    }

    @Inject
    OwnConfiguration configuration;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    /** What is used now. */
    public Used now() {
        caller.require(Permission.PLUGIN_MANAGE);
        return new Used(tenants.config().pluginsUsed(), configuration.version());
    }

    /** Uses something else from now on; refused as a whole if anything of it is wrong. Never inside a transaction. */
    public Used replace(List<Use> plugins, Long expectedVersion) {
        caller.require(Permission.PLUGIN_MANAGE);
        configuration.replace(FILE, plugins.isEmpty() ? null : text(plugins), expectedVersion, caller.actor(), language.messages());
        return now();
    }

    /** Uses something, or uses it with other settings. What is new comes last. */
    public Used use(String plugin, Extension extension, Long expectedVersion) {
        List<Use> changed = new ArrayList<>(now().plugins());
        if (changed.stream().noneMatch(u -> u.plugin().equals(plugin))) {
            changed.add(new Use(plugin, null, List.of()));
        }
        change(changed, plugin, use -> {
            List<Extension> extensions = new ArrayList<>(use.extensions());
            int at = extensions.stream().map(Extension::use).toList().indexOf(extension.use());
            if (at < 0) {
                extensions.add(extension);
            } else {
                extensions.set(at, extension);
            }
            return new Use(plugin, use.version(), extensions);
        });
        return replace(changed, expectedVersion);
    }

    /** Uses something no more. */
    public Used leave(String plugin, String use, Long expectedVersion) {
        List<Use> changed = new ArrayList<>(now().plugins());
        change(changed, plugin, u -> new Use(plugin, u.version(), u.extensions().stream().filter(e -> !e.use().equals(use)).toList()));
        changed.removeIf(u -> u.extensions().isEmpty());
        return replace(changed, expectedVersion);
    }

    /** Runs one version of a plugin; the newest one for null. */
    public Used pin(String plugin, String version, Long expectedVersion) {
        List<Use> changed = new ArrayList<>(now().plugins());
        change(changed, plugin, u -> new Use(plugin, version, u.extensions()));
        return replace(changed, expectedVersion);
    }

    private static void change(List<Use> all, String plugin, UnaryOperator<Use> how) {
        all.replaceAll(u -> u.plugin().equals(plugin) ? how.apply(u) : u);
    }

    /** The file as it would be written by hand. */
    public static String text(List<Use> plugins) {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode all = file.putArray("plugins");
        for (Use use : plugins) {
            ObjectNode one = all.addObject().put("plugin", use.plugin());
            if (use.version() != null) {
                one.put("version", use.version());
            }
            ArrayNode extensions = one.putArray("extensions");
            for (Extension extension : use.extensions()) {
                ObjectNode settings = extensions.addObject().put("use", extension.use());
                if (!extension.settings().values().isEmpty()) {
                    settings.set("settings", extension.settings().values());
                }
            }
        }
        return YamlText.write(file);
    }
}
