package dev.pledgedesk.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ExportOpening;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What every opening of exported rows needs; in an export bytes are the text of PostgreSQL, {@code \\x} and hexadecimal. */
public abstract class SealedExport implements ExportOpening {

    private static final String HEX = "\\x";

    @Inject
    protected PersonalData personalData;

    /** Fetches keys of persons at once. */
    protected void fetchKeys(Collection<UUID> persons) {
        personalData.fetch(persons);
    }

    /** Opens columns of a row that are sealed under a person's key. */
    protected void open(String table, ObjectNode row, UUID person, String... columns) {
        UUID id = id(row, "id");
        for (String column : columns) {
            if (row.path(column).isTextual()) {
                row.put(column, personalData.open(person, new Place(table, column, id), new Sealed(bytes(row, column))));
            }
        }
    }

    /** Opens columns of rows that name in a column of theirs under whose key they are sealed. */
    protected void openAll(String table, List<ObjectNode> rows, String person, String... columns) {
        fetchKeys(rows.stream().map(row -> id(row, person)).distinct().toList());
        rows.forEach(row -> open(table, row, id(row, person), columns));
    }

    /** An id in a row; null if there is none. */
    protected static UUID id(ObjectNode row, String column) {
        JsonNode value = row.path(column);
        return value.isTextual() ? Ids.parse(value.asText()).orElseThrow() : null;
    }

    /** Bytes in a row. */
    protected static byte[] bytes(ObjectNode row, String column) {
        return HexFormat.of().parseHex(row.path(column).asText().substring(HEX.length()));
    }

    /** Puts bytes into a row. */
    protected static void put(ObjectNode row, String column, byte[] bytes) {
        row.put(column, HEX + HexFormat.of().formatHex(bytes));
    }
}
