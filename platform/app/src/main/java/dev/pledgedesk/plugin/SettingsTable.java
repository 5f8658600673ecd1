package dev.pledgedesk.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A vendor's table (CSV) as the value of a setting that is a list of records, such as a register of works or of fault codes. Its first line names the settings, by key
 * or by label in either language; those of a list within are named {@code list.key}, and lines that differ in nothing else belong to one record. Commas, semicolons and
 * tabs part columns, whichever the first line has most of; UTF-8, or else GB 18030 as spreadsheets in Chinese write it.
 */
public final class SettingsTable {

    /** Most bytes of a table. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final char MARK = '\uFEFF';
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final SettingView setting;
    private final String pointer;

    private SettingsTable(SettingView setting, String pointer) {
        this.setting = setting;
        this.pointer = pointer;
    }

    /** Whether a setting can be written as a table. */
    public static boolean fits(SettingView setting) {
        return setting.list() && !setting.group().isEmpty();
    }

    /**
     * Reads a table.
     *
     * @param pointer where a problem is told
     * @throws Problem naming the line and the column
     */
    public static ArrayNode read(SettingView setting, InputStream table, String pointer) {
        return new SettingsTable(setting, pointer).read(text(table, pointer));
    }

    private static String text(InputStream in, String pointer) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.unprocessable(new FieldError(pointer, "plugin.table-too-large", MOST_BYTES / (1024 * 1024)));
            }
            String text = decoded(bytes);
            return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, CHINESE);
        }
    }

    /**
     * A column.
     *
     * @param list   the list within that it belongs to; null for the record itself
     * @param target whose values it has
     */
    private record Column(SettingView list, SettingView target) {
    }

    private ArrayNode read(String text) {
        String head = text.lines().findFirst().orElse("");
        char delimiter = List.of(',', ';', '\t').stream().max((a, b) -> Long.compare(count(head, a), count(head, b))).orElseThrow();
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get()).get()) {
            List<Column> columns = null;
            ArrayNode records = JsonNodeFactory.instance.arrayNode();
            List<String> before = List.of();
            for (CSVRecord line : parser) {
                if (columns == null) {
                    columns = columns(line);
                } else {
                    before = add(records, columns, line, parser.getCurrentLineNumber(), before);
                }
            }
            if (records.isEmpty()) {
                throw problem("plugin.table-empty");
            }
            return records;
        } catch (IOException | UncheckedIOException broken) {
            throw problem("plugin.table-broken");
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private List<Column> columns(CSVRecord head) {
        List<Column> columns = new ArrayList<>();
        for (String name : head) {
            columns.add(column(name.strip()).orElseThrow(() -> problem("plugin.table-column", name, String.join(", ", names()))));
        }
        return columns;
    }

    private List<String> names() {
        return setting.group().stream().flatMap(s -> fits(s) ? s.group().stream().map(inner -> s.key() + "." + inner.key()) : Stream.of(s.key())).toList();
    }

    private Optional<Column> column(String name) {
        return setting.group().stream().flatMap(s -> fits(s) ? s.group().stream().map(inner -> new Column(s, inner)) : Stream.of(new Column(null, s)))
                .filter(c -> named(c.target(), c.list() == null ? name : name.startsWith(c.list().key() + ".") ? name.substring(c.list().key().length() + 1) : null)).findFirst();
    }

    private static boolean named(SettingView setting, String name) {
        return name != null && (setting.key().equalsIgnoreCase(name) || setting.label().byTag().values().stream().anyMatch(label -> label.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))));
    }

    /** Adds a line; gives what of it says which record it belongs to. */
    private List<String> add(ArrayNode records, List<Column> columns, CSVRecord line, long number, List<String> before) {
        if (line.size() != columns.size()) {
            throw problem("plugin.table-line", number, columns.size(), line.size());
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        Map<String, ObjectNode> within = new HashMap<>();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String written = line.get(i).strip();
            if (column.list() == null) {
                own.add(written);
            }
            if (!written.isEmpty()) {
                (column.list() == null ? record : within.computeIfAbsent(column.list().key(), k -> JsonNodeFactory.instance.objectNode())).set(column.target().key(), value(column.target(), written));
            }
        }
        boolean another = records.isEmpty() || !own.equals(before) || within.isEmpty();
        ObjectNode target = another ? record : (ObjectNode) records.get(records.size() - 1);
        within.forEach((list, item) -> target.withArray(list).add(item));
        if (another) {
            records.add(record);
        }
        return own;
    }

    private static JsonNode value(SettingView setting, String written) {
        if (!setting.list()) {
            return SettingText.value(setting.kind(), written);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : written.split("[;；\\n]")) {
            if (!item.isBlank()) {
                items.add(SettingText.value(setting.kind(), item.strip()));
            }
        }
        return items;
    }

    private Problem problem(String message, Object... arguments) {
        return Problem.unprocessable(new FieldError(pointer, message, arguments));
    }
}
