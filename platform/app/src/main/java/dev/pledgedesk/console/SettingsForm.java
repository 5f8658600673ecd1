package dev.pledgedesk.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.SettingText;
import dev.pledgedesk.plugin.SettingView;
import dev.pledgedesk.plugin.SettingsTable;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.tenancy.YamlText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;

/** Settings of something that a plugin offers, as a form: a field for each, lists by line, what has settings of its own as YAML. What the form cannot take is left to the plugin's own checks. */
public final class SettingsForm {

    /** Before the names of settings, which are anybody's, so that they meet no other field of the form. */
    public static final String PREFIX = "s.";

    /** Before the names of tables of settings. */
    public static final String TABLE = "t.";

    private static final String GROUP = "group";

    private SettingsForm() {
    }

    /** Whether a setting is written in several lines. */
    public static boolean isLong(SettingView setting) {
        return setting.list() || GROUP.equals(setting.kind());
    }

    /** What stands in the field of a setting. */
    public static String text(SettingView setting, JsonNode settings) {
        JsonNode value = settings.path(setting.key());
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (GROUP.equals(setting.kind())) {
            return YamlText.write(value);
        }
        StringBuilder lines = new StringBuilder();
        (value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value)).forEach(item -> lines.append(lines.isEmpty() ? "" : "\n").append(item.asText()));
        return lines.toString();
    }

    /** Whether one of some settings can be sent as a table, so that the form has files. */
    public static boolean hasTables(List<SettingView> settings) {
        return settings.stream().anyMatch(SettingsTable::fits);
    }

    /** The same with the tables that came as files in the place of what was written. */
    static ObjectNode settings(List<SettingView> known, MultivaluedMap<String, String> form, UploadForm files) {
        ObjectNode settings = settings(known, form);
        known.stream().filter(SettingsTable::fits).forEach(setting -> files.files(TABLE + setting.key()).stream().findFirst()
                .ifPresent(file -> settings.set(setting.key(), SettingsTable.read(setting, file.content(), "/" + PREFIX + setting.key()))));
        return settings;
    }

    /** The settings that somebody has written; what is empty is left out, so that its preset counts. */
    static ObjectNode settings(List<SettingView> known, MultivaluedMap<String, String> form) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (SettingView setting : known) {
            // With its first blanks, which mean something in YAML.
            String written = Objects.requireNonNullElse(form.getFirst(PREFIX + setting.key()), "");
            if (!written.isBlank()) {
                settings.set(setting.key(), value(setting, written));
            }
        }
        return settings;
    }

    private static JsonNode value(SettingView setting, String written) {
        if (GROUP.equals(setting.kind())) {
            try {
                return YamlText.read(written);
            } catch (IllegalArgumentException broken) {
                throw Problem.unprocessable(new FieldError("/" + PREFIX + setting.key(), "console.plugins.no-yaml"));
            }
        }
        if (!setting.list()) {
            return SettingText.value(setting.kind(), written.strip());
        }
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        written.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> lines.add(SettingText.value(setting.kind(), line)));
        return lines;
    }
}
