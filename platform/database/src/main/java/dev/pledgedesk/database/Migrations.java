package dev.pledgedesk.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema's versions: forward only, each checked against what was run before. */
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";

    // Held here, because a logger that nobody holds forgets its level.
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private final Flyway flyway;

    /**
     * The migrations that come with this release, from {@code db/migration} on the class path.
     *
     * @param url      JDBC address of the PledgeDesk database
     * @param user     the owner role
     * @param password its password
     */
    public Migrations(String url, String user, String password) {
        this(url, user, password, "classpath:db/migration");
    }

    Migrations(String url, String user, String password, String location) {
        this(steps -> steps.dataSource(url, user, password), location);
    }

    private Migrations(UnaryOperator<FluentConfiguration> database, String location) {
        FLYWAY_LOG.setLevel(Level.WARNING);
        this.flyway = database.apply(Flyway.configure(Migrations.class.getClassLoader())).locations(location)
            .schemas(Roles.SCHEMA).defaultSchema(Roles.SCHEMA).createSchemas(false).table(HISTORY)
            .cleanDisabled(true).validateOnMigrate(true).outOfOrder(false).baselineOnMigrate(false).communityDBSupportEnabled(false)
            .load();
    }

    /**
     * The same migrations as a part of somebody's transaction: they are kept or forgotten with it.
     *
     * @param transaction a connection of the owner role with a transaction open; stays open, nothing is committed on it
     * @return migrations to be used before the transaction ends
     */
    public static Migrations within(Connection transaction) {
        return new Migrations(steps -> steps.dataSource(OneTransaction.of(transaction)), "classpath:db/migration");
    }

    /**
     * Brings the schema to this release's version.
     *
     * @return how many migrations ran, 0 when it was up to date
     * @throws DatabaseFailure if one fails (it is rolled back), or an earlier one differs from what was run
     */
    public int migrate() {
        return migrate(flyway);
    }

    /**
     * Brings an empty schema to an earlier version, into which an older backup fits.
     *
     * @param version one that this release {@linkplain #knows knows}
     * @return how many migrations ran
     * @throws DatabaseFailure if one fails
     */
    public int migrateTo(String version) {
        return migrate(Flyway.configure(Migrations.class.getClassLoader()).configuration(flyway.getConfiguration()).target(version).load());
    }

    /**
     * Whether a version is one of this release's.
     *
     * @param version such as {@code 6}
     * @return false for a version of a newer release
     */
    public boolean knows(String version) {
        return Stream.of(flyway.info().all()).anyMatch(m -> version.equals(version(m)) && m.getState().isResolved());
    }

    private int migrate(Flyway steps) {
        try {
            int count = steps.migrate().migrationsExecuted;
            closeHistory();
            return count;
        } catch (FlywayException | SQLException e) {
            throw new DatabaseFailure("The database schema could not be migrated (" + firstLine(e) + "). Nothing of the failed step was kept.", e);
        }
    }

    /** Default privileges reach this table too, but what ran when is not the application's to change. */
    void closeHistory() throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection(); var statement = connection.createStatement()) {
            // Two nodes that start at once would change the same row of the catalogue, and one of them would fail.
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE " + Roles.SCHEMA + "." + HISTORY + " IN SHARE ROW EXCLUSIVE MODE");
            statement.execute("REVOKE INSERT, UPDATE, DELETE ON " + Roles.SCHEMA + "." + HISTORY + " FROM " + Roles.APP);
            connection.commit();
        }
    }

    /**
     * The schema's state compared with this release.
     *
     * @return versions; {@code current} is null for an empty schema, {@code latest} is null when the release has no migration
     * @throws DatabaseFailure if the database cannot be asked
     */
    public State state() {
        try {
            var info = flyway.info();
            // A migration that has not run yet is no contradiction, only a reason to run it.
            var strict = Flyway.configure(Migrations.class.getClassLoader()).configuration(flyway.getConfiguration())
                .ignoreMigrationPatterns("*:pending").load();
            return new State(version(info.current()), latest(info.all()), info.pending().length, strict.validateWithResult().validationSuccessful);
        } catch (FlywayException e) {
            throw new DatabaseFailure("The schema version could not be read (" + firstLine(e) + ").", e);
        }
    }

    private static String version(MigrationInfo migration) {
        return migration == null || migration.getVersion() == null ? null : migration.getVersion().getVersion();
    }

    private static String latest(MigrationInfo[] all) {
        return Stream.of(all).map(Migrations::version).filter(Objects::nonNull).reduce((first, second) -> second).orElse(null);
    }

    private static String firstLine(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return Reason.of(deepest);
    }

    /**
     * Where the schema stands.
     *
     * @param current the newest version that ran, null for an empty schema
     * @param latest  the newest version known to the release or the database, null when there is none
     * @param pending how many migrations have not run yet
     * @param valid   false when what ran differs from what this release carries
     */
    public record State(String current, String latest, int pending, boolean valid) {
    }
}
