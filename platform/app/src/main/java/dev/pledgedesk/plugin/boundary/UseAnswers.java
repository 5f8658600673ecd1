package dev.pledgedesk.plugin.boundary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.api.model.ExtensionConfiguration;
import dev.pledgedesk.api.model.ExtensionUse;
import dev.pledgedesk.api.model.PluginUse;
import dev.pledgedesk.plugin.ExtensionSettings.Used;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import dev.pledgedesk.tenancy.PluginSection.Use;
import java.util.Map;

/** What is used of plugins, as the contract says it. */
final class UseAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private UseAnswers() {
    }

    static ExtensionConfiguration used(Used used) {
        return new ExtensionConfiguration().version((long) used.version()).plugins(used.plugins().stream().map(u -> new PluginUse().plugin(u.plugin()).version(u.version())
                .extensions(u.extensions().stream().map(e -> new ExtensionUse().use(e.use()).settings(JSON.convertValue(e.settings().values(), new TypeReference<Map<String, Object>>() { }))).toList())).toList());
    }

    static Use use(PluginUse u) {
        return new Use(u.getPlugin(), u.getVersion(), u.getExtensions().stream().map(e -> new Extension(e.getUse(), e.getSettings() == null ? null : new Settings(JSON.valueToTree(e.getSettings())))).toList());
    }
}
