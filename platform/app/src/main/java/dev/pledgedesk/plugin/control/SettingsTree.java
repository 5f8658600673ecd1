package dev.pledgedesk.plugin.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import java.util.Map;

/** Settings as the loader of plugins reads them: maps, lists and simple values. */
final class SettingsTree {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsTree() {
    }

    static Map<String, Object> of(Settings settings) {
        return JSON.convertValue(settings.values(), new TypeReference<>() { });
    }
}
