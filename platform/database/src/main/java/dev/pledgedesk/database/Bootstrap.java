package dev.pledgedesk.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a PostgreSQL server needs before the first migration: roles, database, schema and who may do what. The same statements are run on
 * the embedded server at every start and printed for the administrator of an external one. Running them again changes nothing.
 */
public final class Bootstrap {

    private static final List<String> SIGN_IN = List.of(Roles.OWNER, Roles.APP, Roles.BACKUP);

    private Bootstrap() {
    }

    /**
     * Applies everything to a server as its superuser.
     *
     * @param database the running embedded server
     * @throws DatabaseFailure if a statement fails
     */
    public static void apply(EmbeddedDatabase database) {
        Credentials credentials = database.credentials();
        try {
            try (Connection connection = database.connect("postgres", Roles.SUPERUSER)) {
                run(connection, roles(role -> literal(credentials.password(role))));
                if (!databaseExists(connection)) {
                    run(connection, List.of(createDatabase("'UTF8'")));
                }
            }
            try (Connection connection = database.connect(Roles.DATABASE, Roles.SUPERUSER)) {
                run(connection, privileges());
                run(connection, schemaPrivileges());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("The database roles could not be set up (" + Reason.of(e) + ").", e);
        }
    }

    /**
     * The same as a script for psql, to be run by the administrator of an external server.
     *
     * @return a script that takes the passwords as psql variables
     */
    public static String script() {
        var script = new StringBuilder("""
            -- PledgeDesk: what a PostgreSQL 16 or newer needs. Running it again changes nothing but the passwords.
            -- Run as a superuser, or as a role that may create roles and databases and has BYPASSRLS:
            --   psql -d postgres -v desk_owner_password=... -v desk_app_password=... -v desk_backup_password=... -f FILE
            \\set ON_ERROR_STOP on

            """);
        roles(role -> ":'" + role + "_password'").forEach(statement -> append(script, statement));
        append(script, """
            DO $$ BEGIN
              IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
                EXECUTE format('GRANT desk_owner, desk_search TO %I WITH SET TRUE', current_user);
              END IF;
            END $$""");
        script.append("SELECT '").append(createDatabase("''UTF8''")).append("'\n WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '")
            .append(Roles.DATABASE).append("') \\gexec\n\n\\connect ").append(Roles.DATABASE).append("\n\n");
        privileges().forEach(statement -> append(script, statement));
        schemaPrivileges().forEach(statement -> append(script, statement));
        return script.toString();
    }

    private static void append(StringBuilder script, String statement) {
        script.append(statement).append(";\n\n");
    }

    private static List<String> roles(Function<String, String> password) {
        var statements = new ArrayList<String>();
        for (String role : List.of(Roles.OWNER, Roles.APP, Roles.BACKUP, Roles.SEARCH)) {
            statements.add("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                END $$""".formatted(role));
            statements.add("ALTER ROLE " + role + " WITH " + (SIGN_IN.contains(role) ? "LOGIN PASSWORD " + password.apply(role) : "NOLOGIN")
                + " NOCREATEDB NOCREATEROLE " + (role.equals(Roles.APP) ? "NOBYPASSRLS" : "BYPASSRLS"));
        }
        // Separate, because only a superuser may even say NOSUPERUSER; for any other administrator it is impossible to be otherwise.
        statements.add("""
            DO $$ BEGIN
              IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
                ALTER ROLE desk_owner WITH NOSUPERUSER NOREPLICATION;
                ALTER ROLE desk_app WITH NOSUPERUSER NOREPLICATION;
                ALTER ROLE desk_backup WITH NOSUPERUSER NOREPLICATION;
                ALTER ROLE desk_search WITH NOSUPERUSER NOREPLICATION;
              END IF;
            END $$""");
        // To hand functions over to desk_search and to replace them later; it gains nothing by it, it sees all rows anyway.
        statements.add("GRANT desk_search TO desk_owner WITH INHERIT TRUE, SET TRUE");
        return statements;
    }

    private static String createDatabase(String encoding) {
        return "CREATE DATABASE pledgedesk OWNER desk_owner ENCODING " + encoding + " TEMPLATE template0";
    }

    private static List<String> privileges() {
        return List.of(
            "ALTER DATABASE pledgedesk OWNER TO desk_owner",
            "REVOKE ALL ON DATABASE pledgedesk FROM PUBLIC",
            "GRANT CONNECT ON DATABASE pledgedesk TO desk_app, desk_backup",
            "REVOKE ALL ON SCHEMA public FROM PUBLIC",
            "CREATE SCHEMA IF NOT EXISTS desk AUTHORIZATION desk_owner",
            "ALTER SCHEMA desk OWNER TO desk_owner",
            "ALTER ROLE desk_app IN DATABASE pledgedesk SET search_path = desk",
            "ALTER ROLE desk_owner IN DATABASE pledgedesk SET search_path = desk",
            "ALTER ROLE desk_backup IN DATABASE pledgedesk SET search_path = desk",
            "ALTER ROLE desk_backup IN DATABASE pledgedesk SET default_transaction_read_only = on",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_search REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
    }

    /** Who may do what in the schema; the owner can grant this himself. */
    private static List<String> schemaPrivileges() {
        return List.of(
            "REVOKE ALL ON SCHEMA desk FROM PUBLIC",
            "GRANT USAGE ON SCHEMA desk TO desk_app, desk_backup",
            "GRANT USAGE, CREATE ON SCHEMA desk TO desk_search",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner IN SCHEMA desk GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO desk_app",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner IN SCHEMA desk GRANT USAGE, SELECT ON SEQUENCES TO desk_app",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner IN SCHEMA desk GRANT SELECT ON TABLES TO desk_backup",
            "ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner IN SCHEMA desk GRANT SELECT ON SEQUENCES TO desk_backup");
    }

    /**
     * Makes the schema with its privileges where there is none, as a restore needs it.
     *
     * @param owner a connection of the owner role to the PledgeDesk database
     * @throws SQLException if the schema exists or the role may not create it
     */
    public static void createSchema(Connection owner) throws SQLException {
        run(owner, List.of("CREATE SCHEMA desk"));
        run(owner, schemaPrivileges());
    }

    private static boolean databaseExists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, Roles.DATABASE);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Role statements take no parameters; passwords of ours are letters, digits, minus and underscore, and are quoted all the same. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
