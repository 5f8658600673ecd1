package dev.pledgedesk.spec;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Reads YAML 1.2 and writes YAML that readers of version 1.1 and 1.2 understand alike. */
final class Yaml {

    /** Words, sentences and paths that no version of YAML takes for anything but a string. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/$][A-Za-z0-9_./-]*( [A-Za-z0-9_./(-][A-Za-z0-9_.,;/()-]*)*");
    /** Words that version 1.1 reads as booleans or null; `no` is a locale, `on` a key. */
    private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

    private Yaml() { }

    /**
     * Reads one document.
     *
     * @param name of the file, for messages
     * @param text its content
     * @return maps, lists and scalars in the order of the text
     * @throws BadContract with line and column if the text is not YAML or repeats a key
     */
    static Object read(String name, String text) {
        try {
            return new Load(LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build())
                    .loadFromString(text);
        } catch (YamlEngineException e) {
            throw new BadContract(name + ": " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    /**
     * Writes one document, block style, lines end with a line feed on every system.
     *
     * @param document maps, lists and scalars
     * @return the text
     */
    static String write(Map<String, Object> document) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2)
                .setIndicatorIndent(2).setIndentWithIndicator(true).setSplitLines(false).setDereferenceAliases(true)
                .build();
        return new Dump(settings, new Quoting(settings)).dumpToString(document);
    }

    /** Quotes each string that is not plainly one. */
    private static final class Quoting extends StandardRepresenter {

        Quoting(DumpSettings settings) {
            super(settings);
            representers.put(String.class, value -> string((String) value));
        }

        private Node string(String text) {
            ScalarStyle style;
            if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
                style = ScalarStyle.PLAIN;
            } else if (text.contains("\n")) {
                style = ScalarStyle.LITERAL;
            } else if (text.contains("'") || text.chars().anyMatch(c -> c < ' ')) {
                style = ScalarStyle.DOUBLE_QUOTED;
            } else {
                style = ScalarStyle.SINGLE_QUOTED;
            }
            return representScalar(Tag.STR, text, style);
        }
    }
}
