package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML text as JSON that still knows on which line each value stands, so that every complaint can name its line. */
public final class YamlDocument {

    /** Where a value stands; counts from 1. */
    record Place(int line, int column) {
    }

    /** The text is not YAML that we take. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Place place;
        private final transient Object[] arguments;

        /** The message is a key of the message bundle. */
        Unreadable(Place place, String message, Object... arguments) {
            super(message, null, false, false);
            this.place = place;
            this.arguments = arguments;
        }

        Object[] arguments() {
            return arguments;
        }

        Place place() {
            return place;
        }
    }

    private static final int MAX_DEPTH = 40;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(20).setCodePointLimit(1_000_000).setParseComments(false).build();

    private final Map<String, Place> places = new HashMap<>();
    private final JsonNode json;

    private YamlDocument(Node root) throws Unreadable {
        json = convert(root, "", 0);
    }

    /** Reads a text. */
    public static YamlDocument read(String text) throws Unreadable {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                throw new Unreadable(new Place(1, 1), "config.yaml.empty");
            }
            return new YamlDocument(root.get());
        } catch (MarkedYamlEngineException broken) {
            throw new Unreadable(broken.getProblemMark().map(YamlDocument::place).orElse(new Place(1, 1)), "config.yaml.broken", broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new Unreadable(new Place(1, 1), "config.yaml.broken", String.valueOf(broken.getMessage()));
        }
    }

    /** What it says. */
    public JsonNode json() {
        return json;
    }

    /** Where the value of a JSON pointer stands; if it is absent, where its nearest surrounding value does. */
    Place placeOf(String pointer) {
        for (String p = pointer; ; p = p.substring(0, p.lastIndexOf('/'))) {
            Place place = places.get(p);
            if (place != null) {
                return place;
            }
            if (p.isEmpty()) {
                return new Place(1, 1);
            }
        }
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private JsonNode convert(Node node, String pointer, int depth) throws Unreadable {
        Place place = node.getStartMark().map(YamlDocument::place).orElse(new Place(1, 1));
        places.putIfAbsent(pointer, place);
        if (depth > MAX_DEPTH) {
            throw new Unreadable(place, "config.yaml.too-deep");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                array.add(convert(items.get(i), pointer + "/" + i, depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node, place);
    }

    private JsonNode object(MappingNode mapping, String pointer, int depth) throws Unreadable {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (var tuple : mapping.getValue()) {
            Place place = tuple.getKeyNode().getStartMark().map(YamlDocument::place).orElse(new Place(1, 1));
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new Unreadable(place, "config.yaml.plain-key");
            }
            if (object.has(key.getValue())) {
                throw new Unreadable(place, "config.yaml.key-twice", key.getValue());
            }
            String inner = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            // The key's line is the better answer: a nested value starts on the next one.
            places.put(inner, place);
            object.set(key.getValue(), convert(tuple.getValueNode(), inner, depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar, Place place) throws Unreadable {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return nodes.textNode(value);
        }
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode("true".equalsIgnoreCase(value));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return nodes.numberNode(new BigInteger(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                return nodes.numberNode(new BigDecimal(value));
            }
        } catch (NumberFormatException notDecimal) {
            throw new Unreadable(place, "config.yaml.number", value);
        }
        throw new Unreadable(place, "config.yaml.tag", tag.toString());
    }
}
