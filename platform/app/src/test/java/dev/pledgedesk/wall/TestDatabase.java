package dev.pledgedesk.wall;

import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Migrations;
import dev.pledgedesk.database.Roles;
import java.sql.Connection;
import java.sql.SQLException;

/** One migrated PostgreSQL for all tests of this process; stopped with it. */
public final class TestDatabase {

    private static EmbeddedDatabase database;

    private TestDatabase() {
    }

    /** A connection to the schema. */
    public static synchronized Connection connect(String role) throws SQLException {
        if (database == null) {
            EmbeddedDatabase fresh = EmbeddedDatabase.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(fresh::close, "stop the test database"));
            Bootstrap.apply(fresh);
            new Migrations(fresh.url(Roles.DATABASE), Roles.OWNER, fresh.credentials().password(Roles.OWNER)).migrate();
            database = fresh;
        }
        Connection connection = database.connect(Roles.DATABASE, role);
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = desk");
        }
        return connection;
    }
}
