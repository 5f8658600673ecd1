package dev.pledgedesk.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.SettingView;
import dev.pledgedesk.tenancy.YamlText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.List;

/** Settings of something that a plugin offers, as a form: a field for each, lists by line, what has settings of its own as YAML. What the form cannot take is left to the plugin's own checks. */
public final class SettingsForm {

    /** Before the names of settings, which are anybody's, so that they meet no other field of the form. */
    public static final String PREFIX = "s.";

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

    /** The settings that somebody has written; what is empty is left out, so that its preset counts. */
    static ObjectNode settings(List<SettingView> known, MultivaluedMap<String, String> form) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (SettingView setting : known) {
            String written = Forms.text(form, PREFIX + setting.key());
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
            return single(setting.kind(), written.strip());
        }
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        written.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> lines.add(single(setting.kind(), line)));
        return lines;
    }

    private static JsonNode single(String kind, String written) {
        return switch (kind) {
            case "whole", "decimal" -> number(written);
            case "switch" -> "true".equals(written) || "false".equals(written) ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(written)) : new TextNode(written);
            default -> new TextNode(written);
        };
    }

    private static JsonNode number(String written) {
        try {
            return DecimalNode.valueOf(new BigDecimal(written));
        } catch (NumberFormatException none) {
            return new TextNode(written);
        }
    }
}
