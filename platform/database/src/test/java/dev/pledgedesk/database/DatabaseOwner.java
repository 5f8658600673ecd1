package dev.pledgedesk.database;

import java.nio.file.Path;

/** A process that starts a database, commits one row, says so and waits to be killed. */
final class DatabaseOwner {

    private DatabaseOwner() {
    }

    /**
     * Starts the database of a home.
     *
     * @param arguments the home directory
     */
    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of("target/postgres-programs"));
        try (var connection = database.connect("postgres", Roles.SUPERUSER); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1 AS n");
        }
        System.out.println("committed");
        Thread.currentThread().join();
    }
}
