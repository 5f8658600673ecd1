package dev.pledgedesk.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** Values of settings as people write them. */
public final class SettingText {

    private SettingText() {
    }

    /** A single value of a kind; what does not fit stays a text, for the check of the settings to name. */
    public static JsonNode value(String kind, String written) {
        return switch (kind) {
            case "whole", "decimal" -> number(written);
            case "switch" -> "true".equalsIgnoreCase(written) || "false".equalsIgnoreCase(written) ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(written)) : new TextNode(written);
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
