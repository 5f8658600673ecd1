package dev.pledgedesk.launcher.backup;

import java.util.List;

/**
 * What a data archive says of itself.
 *
 * @param format        {@link #FORMAT}
 * @param product       release that wrote it
 * @param schemaVersion version of the schema that the tables fit
 * @param takenAt       moment of the snapshot by the database's clock, UTC, RFC 3339
 * @param tables        in the order in which they can be filled
 * @param sequences     empty for a schema without any
 */
public record Manifest(String format, String product, String schemaVersion, String takenAt, List<Table> tables, List<Sequence> sequences) {

    /** First version of this format; a change that older releases cannot read gets another name. */
    public static final String FORMAT = "pledgedesk-backup-1";
    /** Entry of the archive that holds this as JSON; the last one. */
    static final String ENTRY = "manifest.json";

    /** Checks nothing, copies lists. */
    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /**
     * One table.
     *
     * @param name    in the schema
     * @param columns in the order of the rows
     * @param rows    how many
     * @param sha256  of the rows as they stand in the archive, uncompressed, in hexadecimal digits
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        /** Copies the list. */
        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /**
     * One sequence.
     *
     * @param name  in the schema
     * @param value last value
     * @param used  whether it was given out
     */
    public record Sequence(String name, long value, boolean used) {
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
