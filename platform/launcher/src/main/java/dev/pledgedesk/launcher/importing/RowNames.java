package dev.pledgedesk.launcher.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives every row the external id under which its ticket is filed: the same at every run, whatever rows stand before it. By a key column if there is
 * one, otherwise by the row's own content; the second row with the same content is another one.
 */
final class RowNames {

    /** Longest external id that the contract takes. */
    static final int LONGEST = 100;

    private static final int HASH_BYTES = 16;

    private final String source;
    private final String keyColumn;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    /**
     * Names for one reading of a file.
     *
     * @param source    what all names begin with
     * @param keyColumn column that tells rows apart, null for the content of the row
     */
    RowNames(String source, String keyColumn) {
        this.source = source;
        this.keyColumn = keyColumn;
    }

    /**
     * The name of the next row; every row is asked for once, in the order of the file.
     *
     * @throws BadRow if the key is missing or stands in an earlier row
     */
    String next(Row row) throws BadRow {
        if (keyColumn == null) {
            String hash = hash(String.join("\u001F", row.cells()));
            int time = repeated.merge(hash, 1, Integer::sum);
            return source + ":" + hash + (time == 1 ? "" : "-" + time);
        }
        String key = row.cell(keyColumn).strip();
        if (key.isEmpty()) {
            throw new BadRow(row.line(), keyColumn, "The key is missing.");
        }
        return unique(row.line(), keyColumn, (source + ":" + key).length() > LONGEST ? source + ":" + hash(key) : source + ":" + key, key);
    }

    /**
     * Refuses an external id that the file itself names twice; the second one would otherwise pass as filed already.
     *
     * @throws BadRow if an earlier row has it
     */
    String unique(long line, String column, String name, String key) throws BadRow {
        Long earlier = lines.putIfAbsent(name, line);
        if (earlier != null) {
            throw new BadRow(line, column, "\"" + key + "\" stands in line " + earlier + " already.");
        }
        return name;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
