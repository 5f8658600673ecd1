package dev.pledgedesk.bench.desk;

import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Roles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The product's database from the side: as its owner, which the row policies let through. */
public final class DeskDatabase implements AutoCloseable {

    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(5);
    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private final EmbeddedDatabase database;
    private final Connection observer;

    /** Opens the database that runs on a home. */
    public DeskDatabase(Path home) throws SQLException {
        database = EmbeddedDatabase.running(home);
        observer = database.connect(Roles.DATABASE, Roles.OWNER);
    }

    /** The number of the process that serves this object's own statements. */
    public long observer() throws SQLException {
        return Long.parseLong(value("select pg_backend_pid()"));
    }

    /** A new connection; the caller closes it. */
    public Connection connect(String role) throws SQLException {
        return database.connect(Roles.DATABASE, role);
    }

    /** The first column of the first row as text. */
    public String value(String sql) throws SQLException {
        try (Statement statement = observer.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Runs a statement. */
    public void run(String role, String sql) throws SQLException {
        try (Connection connection = connect(role); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ids of tenants by key. */
    public Map<String, UUID> tenants() throws SQLException {
        var tenants = new HashMap<String, UUID>();
        try (Statement statement = observer.createStatement(); ResultSet rows = statement.executeQuery("select key, id from tenant")) {
            while (rows.next()) {
                tenants.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
        }
        return tenants;
    }

    /** Waits until the background work that is due has been done: sealing the journal, handing out events. */
    public void awaitDrained() throws SQLException {
        long end = System.nanoTime() + DRAIN_LIMIT.toNanos();
        while (value("select 1 from due_work where due_at <= now() limit 1") != null) {
            if (System.nanoTime() > end) {
                throw new SQLException("background work does not come to an end: " + value("select string_agg(distinct kind, ', ') from due_work"));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() throws SQLException {
        observer.close();
    }
}
