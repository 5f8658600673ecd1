package dev.pledgedesk.launcher.backup;

import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.DatabaseCheck.Account;
import dev.pledgedesk.database.DatabaseFailure;
import dev.pledgedesk.database.Migrations;
import dev.pledgedesk.database.Roles;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Puts an archive into a database: all of it, checked, and brought to this release's schema, or nothing. */
public final class DataRestore {

    private final Account owner;
    private final Migrations migrations;

    /**
     * A restore into one database.
     *
     * @param owner the owner role
     */
    public DataRestore(Account owner) {
        this.owner = owner;
        this.migrations = new Migrations(owner.url(), owner.user(), owner.password());
    }

    /**
     * Restores an archive that was {@linkplain DataArchive#verify verified}.
     *
     * @param archive what to restore
     * @param replace whether data that are there may go
     * @return how many migrations brought it from its schema version to this release's
     * @throws LauncherFailure if the database is not empty, is in use, or refuses; it is then as it was
     */
    public int run(DataArchive archive, boolean replace) {
        Manifest manifest = archive.manifest();
        if (!migrations.knows(manifest.schemaVersion())) {
            throw new LauncherFailure(ExitCode.USAGE, "The backup has schema version " + manifest.schemaVersion() + ", which this release does not know: it comes from a newer one. "
                + "Restore it with the release that wrote it (" + manifest.product() + "). Nothing was changed.");
        }
        try (Connection connection = owner.open()) {
            connection.setAutoCommit(false);
            requireRoom(connection, replace);
            // Schema, rows and migrations are one transaction: whatever ends it early, even a power cut, leaves what was there.
            var steps = Migrations.within(connection);
            makeRoom(connection);
            steps.migrateTo(manifest.schemaVersion());
            fill(connection, archive);
            int migrated = steps.migrate();
            forgetAgain(connection);
            connection.commit();
            return migrated;
        } catch (SQLException | IOException | DatabaseFailure refused) {
            throw new LauncherFailure(ExitCode.DATABASE, "The backup could not be restored (" + String.valueOf(refused.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ")
                + "). The database is as it was.", refused);
        }
    }

    /** The desk's first work will be to remove once more what these data say of persons who were forgotten since; what was sealed under their keys is unreadable already. */
    private static void forgetAgain(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO desk.due_work (kind, tenant_id, id, due_at) SELECT 'replay-erasures', id, '00000000-0000-0000-0000-000000000000', now() FROM desk.tenant"
                + " ON CONFLICT DO NOTHING");
        }
    }

    private static void requireRoom(Connection connection, boolean replace) throws SQLException {
        boolean used = Catalogue.one(connection, "SELECT 1 FROM pg_tables WHERE schemaname = 'desk' AND tablename = 'tenant'") != null
            && Catalogue.one(connection, "SELECT 1 FROM desk.tenant LIMIT 1") != null;
        if (used && !replace) {
            throw new LauncherFailure(ExitCode.USAGE, "The database holds tenants already; a backup is restored into an empty one. Nothing was changed. "
                + "To throw away what is there, see pledgedesk restore --help.");
        }
        requireIdle(connection);
    }

    /** Refuses while a desk serves on the database. */
    static void requireIdle(Connection connection) throws SQLException {
        String others = Catalogue.one(connection, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'desk_app'");
        if (!"0".equals(others)) {
            throw new LauncherFailure(ExitCode.BUSY, "A desk serves on this database (" + others + " connections). Stop it first. Nothing was changed.");
        }
    }

    private static void makeRoom(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS desk CASCADE");
        }
        Bootstrap.createSchema(connection);
    }

    /** All tables; the database itself checks each reference between rows. */
    private static void fill(Connection connection, DataArchive archive) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL row_security = off");
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute("SET LOCAL datestyle = 'ISO'");
            for (String table : Catalogue.tables(connection).keySet()) {
                // What a migration puts there is in the backup as well.
                statement.execute("TRUNCATE desk." + Catalogue.quoted(table) + " CASCADE");
            }
            for (Manifest.Table table : archive.manifest().tables()) {
                try (DataArchive.Rows rows = archive.rows(table)) {
                    long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY desk." + Catalogue.quoted(table.name()) + " ("
                        + String.join(",", table.columns()) + ") FROM STDIN", rows);
                    rows.requireWhole();
                    if (copied != table.rows()) {
                        throw new SQLException(table.name() + " has " + copied + " rows instead of " + table.rows());
                    }
                }
            }
            for (Manifest.Sequence sequence : archive.manifest().sequences()) {
                // The desk makes some of its sequences while it runs, one a tenant, and lets the backup role read them.
                String name = "desk." + Catalogue.quoted(sequence.name());
                statement.execute("CREATE SEQUENCE IF NOT EXISTS " + name);
                statement.execute("GRANT SELECT ON SEQUENCE " + name + " TO " + Roles.BACKUP);
                statement.execute("SELECT setval('" + name + "', " + sequence.value() + ", " + sequence.used() + ")");
            }
            for (Manifest.Table table : archive.manifest().tables()) {
                // Right plans from the first request on.
                statement.execute("ANALYZE desk." + Catalogue.quoted(table.name()));
            }
        }
    }
}
