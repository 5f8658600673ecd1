package dev.pledgedesk.bench.profile;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What the database did for a request, by statement; needs an extension that is loaded at its start. */
final class StatementCosts {

    private static final int MOST = 40;
    private static final int WIDTH = 150;

    private StatementCosts() {
    }

    /** Has the extension loaded at the next start of the database of a home, which is stopped now. */
    static void load(Path home) throws IOException {
        Path main = home.resolve("postgres/data/postgresql.conf");
        Files.writeString(main, Files.readString(main, StandardCharsets.UTF_8) + "shared_preload_libraries = 'pg_stat_statements'\n"
            + "pg_stat_statements.track_planning = on\npg_stat_statements.max = 5000\n");
    }

    /** Begins to count anew. */
    static void reset(DeskDatabase database) throws SQLException {
        try (Connection connection = database.connect(Roles.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements schema public");
            statement.execute("select public.pg_stat_statements_reset()");
        }
    }

    /** The statements since then. */
    static String text(DeskDatabase database, int requests) throws SQLException {
        var text = new StringBuilder("  -- statements: calls per request, ms of the database per request (execution, planning), rows per call\n");
        double calls = 0;
        try (Connection connection = database.connect(Roles.SUPERUSER); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select calls, total_exec_time, total_plan_time, rows, regexp_replace(query, '\\s+', ' ', 'g') from public.pg_stat_statements"
                 + " where dbid = (select oid from pg_database where datname = current_database()) and userid in (select oid from pg_roles where rolname in ('desk_app', 'desk_search'))"
                 + " order by total_exec_time + total_plan_time desc")) {
            for (int i = 0; rows.next(); i++) {
                calls += rows.getDouble(1);
                String query = rows.getString(5);
                if (i < MOST) {
                    text.append(String.format(Locale.ROOT, "  %6.2f  %7.3f %7.3f  %6.1f  %s%n", rows.getDouble(1) / requests, rows.getDouble(2) / requests,
                        rows.getDouble(3) / requests, rows.getDouble(4) / Math.max(1, rows.getDouble(1)), query.substring(0, Math.min(WIDTH, query.length()))));
                }
            }
        }
        return text.append(String.format(Locale.ROOT, "  %6.2f  statements per request in all%n", calls / requests)).toString();
    }
}
