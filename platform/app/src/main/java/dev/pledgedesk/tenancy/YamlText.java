package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pledgedesk.tenancy.control.YamlDocument;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Values as people write them in configuration files. */
public final class YamlText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DumpSettings BLOCKS = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndicatorIndent(2).setIndentWithIndicator(true).setWidth(200).build();

    private YamlText() {
    }

    /** Writes a value, in blocks. */
    public static String write(JsonNode value) {
        try {
            return new Dump(BLOCKS).dumpToString(JSON.treeToValue(value, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a value; null for a text without one.
     *
     * @throws IllegalArgumentException if it is not YAML that we take
     */
    public static JsonNode read(String text) {
        try {
            return text.isBlank() ? JsonNodeFactory.instance.nullNode() : YamlDocument.read(text).json();
        } catch (YamlDocument.Unreadable broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
