package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;

/** Which plugins extend the tenant's desk: {@code plugins.yaml}, which may be absent. */
public record PluginSection(@JsonPropertyDescription("Plugins that are switched on; each once.") List<Use> plugins) {

    private static final String VERSION = "^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$";
    private static final String ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    /** How other sections name something that is switched on. */
    static final String REFERENCE = "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public PluginSection {
        plugins = plugins == null ? List.of() : plugins;
    }

    /** A plugin that is switched on. */
    public record Use(
            @NotNull @Pattern(regexp = ID) @JsonPropertyDescription("Id of the plugin.") String plugin,
            @Pattern(regexp = VERSION) @JsonPropertyDescription("Version to run; absent for the newest one that the server has. Writing an older one takes a change back.") String version,
            @NotNull @NotEmpty @JsonPropertyDescription("What of it is used, in the order in which it is asked.") List<Extension> extensions) {
    }

    /** Something that a plugin offers and the tenant uses. */
    public record Extension(
            @NotNull @Pattern(regexp = ID) @JsonPropertyDescription("Id of what the plugin offers.") String use,
            @JsonPropertyDescription("Settings as the plugin describes them; the console lists them. Secrets are written by the name under which the operator keeps them.") Settings settings) {

        public Extension {
            settings = settings == null ? Settings.NONE : settings;
        }
    }

    /**
     * Settings by name; what they may be, the plugin says.
     *
     * @param values an object
     */
    public record Settings(@JsonValue JsonNode values) {

        /** Of a number that is written out; others are as they were, however large somebody makes them. */
        private static final int MOST_ZEROS = 20;

        static final Settings NONE = new Settings(JsonNodeFactory.instance.objectNode());

        /** For Jackson. */
        @JsonCreator
        public Settings {
            values = values == null || values.isNull() ? JsonNodeFactory.instance.objectNode() : plain(values);
        }

        /** Numbers in one form, whatever has read them, so that the same settings are equal. */
        private static JsonNode plain(JsonNode node) {
            if (node.isObject()) {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                node.fields().forEachRemaining(f -> copy.set(f.getKey(), plain(f.getValue())));
                return copy;
            }
            if (node.isArray()) {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                node.forEach(item -> copy.add(plain(item)));
                return copy;
            }
            return node.isNumber() ? number(node.decimalValue().stripTrailingZeros()) : node;
        }

        private static JsonNode number(BigDecimal value) {
            return value.scale() <= 0 && value.scale() > -MOST_ZEROS ? BigIntegerNode.valueOf(value.toBigIntegerExact()) : DecimalNode.valueOf(value);
        }
    }
}
