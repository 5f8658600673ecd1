package dev.pledgedesk.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database says of its own tables; whatever a migration adds is found here, so nobody has to think of backups. */
final class Catalogue {

    private static final String TABLES = """
        SELECT c.relname, array_to_string(array_agg(quote_ident(a.attname) ORDER BY a.attnum), ',')
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
         GROUP BY c.relname ORDER BY c.relname""";
    private static final String REFERENCES = """
        SELECT DISTINCT a.relname, b.relname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
         WHERE k.contype = 'f' AND a.relnamespace = 'desk'::regnamespace AND a.oid <> b.oid ORDER BY 1, 2""";

    private Catalogue() {
    }

    /** Tables that a crash does not empty and their columns, quoted, in an order in which each stands after those that it refers to. */
    static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        each(connection, TABLES, row -> columns.put(row.get(0), List.of(row.get(1).split(","))));
        Map<String, Set<String>> references = new LinkedHashMap<>();
        each(connection, REFERENCES, row -> references.computeIfAbsent(row.get(0), t -> new LinkedHashSet<>()).add(row.get(1)));
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            int before = ordered.size();
            columns.forEach((table, names) -> {
                if (ordered.keySet().containsAll(references.getOrDefault(table, Set.of()))) {
                    ordered.putIfAbsent(table, names);
                }
            });
            if (ordered.size() == before) {
                throw new SQLException("tables refer to each other in a circle: " + references.keySet());
            }
        }
        return ordered;
    }

    /** Sequences with their last value and whether it was used. */
    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        List<String> names = new ArrayList<>();
        each(connection, "SELECT relname FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relkind = 'S' ORDER BY 1", row -> names.add(row.get(0)));
        for (String name : names) {
            each(connection, "SELECT last_value, is_called FROM desk." + quoted(name),
                row -> sequences.add(new Manifest.Sequence(name, Long.parseLong(row.get(0)), row.get(1).equals("t"))));
        }
        return sequences;
    }

    /** A name that may stand in SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The first column of the first row; null if there is none. */
    static String one(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        each(connection, sql, row -> found.add(row.get(0)));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Takes a row as text. */
    interface Row {

        /** Takes it. */
        void take(List<String> values);
    }

    private static void each(Connection connection, String sql, Row row) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                row.take(values);
            }
        }
    }
}
