package dev.pledgedesk.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tells whether a database, embedded or external, is fit to serve: version, encoding, durability, roles, schema. Changes nothing. */
public final class DatabaseCheck {

    private static final int OLDEST_MAJOR = 16;
    /** They hold no content of a tenant and are read before the tenant is known. */
    private static final List<String> WITHOUT_WALL = List.of("due_work", "rate_window", "tenant_host");

    private DatabaseCheck() {
    }

    /**
     * An account on the database.
     *
     * @param url      JDBC address of the PledgeDesk database
     * @param user     role
     * @param password its password
     */
    public record Account(String url, String user, String password) {

        /**
         * Connects.
         *
         * @return an open connection, to be closed by the caller
         * @throws SQLException if the server refuses
         */
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * Looks at everything it can reach.
     *
     * @param runtime the account that the application will use
     * @param owner   the account for migrations, null when it is not known here
     * @return findings in the order of importance, never empty
     */
    public static List<Finding> run(Account runtime, Account owner) {
        var findings = new ArrayList<Finding>();
        try (Connection connection = runtime.open()) {
            findings.add(Finding.required(true, "Connected as " + runtime));
            server(connection, findings);
            runtimeRole(connection, findings);
            otherRoles(connection, findings);
            wall(connection, findings);
        } catch (SQLException e) {
            findings.add(Finding.required(false, "Cannot connect as " + runtime + " (" + Reason.of(e) + "). Check address, role and password."));
        }
        if (owner != null) {
            schema(owner, findings);
        }
        return List.copyOf(findings);
    }

    /**
     * Whether the server may serve on it.
     *
     * @param findings what {@link #run} returned
     * @return false if a required finding is not ok
     */
    public static boolean passed(List<Finding> findings) {
        return findings.stream().allMatch(f -> f.ok() || f.level() != Finding.Level.REQUIRED);
    }

    private static void server(Connection connection, List<Finding> findings) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        findings.add(Finding.required(major >= OLDEST_MAJOR, "PostgreSQL " + major + (major >= OLDEST_MAJOR ? "" : ": " + OLDEST_MAJOR + " or newer is needed")));
        String encoding = text(connection, "SELECT current_setting('server_encoding')");
        findings.add(Finding.required(encoding.equals("UTF8"), "Encoding " + encoding + (encoding.equals("UTF8") ? "" : ": create the database with ENCODING 'UTF8'")));
        setting(connection, findings, "fsync", "confirmed work could be lost in a power cut");
        setting(connection, findings, "full_page_writes", "a power cut could damage pages");
        String commit = text(connection, "SELECT current_setting('synchronous_commit')");
        findings.add(Finding.required(!commit.equals("off"), "synchronous_commit is " + commit + (commit.equals("off") ? ": confirmed work could be lost, switch it on" : "")));
    }

    private static void setting(Connection connection, List<Finding> findings, String name, String danger) throws SQLException {
        boolean on = text(connection, "SELECT current_setting('" + name + "')").equals("on");
        findings.add(Finding.required(on, name + (on ? " is on" : " is off: " + danger + ", switch it on")));
    }

    private static void runtimeRole(Connection connection, List<Finding> findings) throws SQLException {
        String role = text(connection, "SELECT current_user");
        boolean wrong = truth(connection, "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user");
        findings.add(Finding.required(!wrong, "The runtime role " + role + (wrong
            ? " may pass row-level security (superuser, BYPASSRLS or CREATEROLE): use " + Roles.APP : " cannot pass row-level security")));
        boolean powerful = truth(connection, """
            SELECT EXISTS (SELECT FROM pg_roles r WHERE r.rolname <> current_user AND (r.rolsuper OR r.rolbypassrls) AND pg_has_role(current_user, r.oid, 'MEMBER'))""");
        findings.add(Finding.required(!powerful, "The runtime role " + role + (powerful ? " is a member of a role that passes row-level security: revoke it"
            : " is no member of a stronger role")));
        boolean owns = truth(connection, """
            SELECT EXISTS (SELECT FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
                            WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND r.rolname = current_user
                              AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())))""");
        findings.add(Finding.required(!owns, "The runtime role " + role + (owns ? " owns objects in the database: give them to " + Roles.OWNER : " owns nothing")));
        boolean creates = truth(connection, "SELECT has_database_privilege(current_user, current_database(), 'CREATE, TEMP') OR "
            + "coalesce((SELECT has_schema_privilege(current_user, oid, 'CREATE') FROM pg_namespace WHERE nspname = 'desk'), false)");
        findings.add(Finding.required(!creates, "The runtime role " + role + (creates ? " may create tables: revoke CREATE and TEMP (run the bootstrap SQL)"
            : " cannot create anything")));
        String path = text(connection, "SELECT current_setting('search_path')");
        findings.add(Finding.required(path.equals(Roles.SCHEMA), "search_path is " + path + (path.equals(Roles.SCHEMA) ? "" : ": it must be " + Roles.SCHEMA
            + " (run the bootstrap SQL)")));
    }

    private static void otherRoles(Connection connection, List<Finding> findings) throws SQLException {
        role(connection, findings, Roles.OWNER, true);
        role(connection, findings, Roles.BACKUP, true);
        role(connection, findings, Roles.SEARCH, false);
        boolean hands = truth(connection, "SELECT coalesce((SELECT pg_has_role(o.oid, s.oid, 'SET') FROM pg_roles o, pg_roles s "
            + "WHERE o.rolname = 'desk_owner' AND s.rolname = 'desk_search'), false)");
        findings.add(Finding.required(hands, hands ? "desk_owner may hand functions to desk_search" : "desk_owner is no member of desk_search: run the bootstrap SQL"));
    }

    private static void role(Connection connection, List<Finding> findings, String name, boolean login) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    findings.add(Finding.required(false, "The role " + name + " is missing: run the bootstrap SQL"));
                    return;
                }
                boolean right = !rows.getBoolean(1) && rows.getBoolean(2) && rows.getBoolean(3) == login;
                findings.add(Finding.required(right, "The role " + name + (right ? " is as it must be"
                    : " must be NOSUPERUSER BYPASSRLS " + (login ? "LOGIN" : "NOLOGIN") + ": run the bootstrap SQL")));
            }
        }
    }

    private static void wall(Connection connection, List<Finding> findings) throws SQLException {
        String open = text(connection, """
            SELECT coalesce(string_agg(c.relname, ', ' ORDER BY c.relname), '') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'desk' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
               AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)
               AND NOT c.relname = ANY (string_to_array('%s', ','))""".formatted(String.join(",", WITHOUT_WALL)));
        findings.add(Finding.required(open.isEmpty(), open.isEmpty() ? "Every table of a tenant is behind forced row-level security"
            : "Tables without forced row-level security: " + open));
    }

    private static void schema(Account owner, List<Finding> findings) {
        try {
            var state = new Migrations(owner.url(), owner.user(), owner.password()).state();
            boolean current = state.pending() == 0 && state.valid();
            String version = state.current() == null ? "empty" : "at version " + state.current();
            findings.add(Finding.required(state.valid(), state.valid() ? "The schema is " + version : "The schema differs from this release's migrations: use the release that wrote it, or a newer one"));
            if (state.valid() && !current) {
                findings.add(Finding.advice(false, state.pending() + " migrations are pending: run migrate"));
            }
        } catch (DatabaseFailure e) {
            findings.add(Finding.required(false, e.getMessage() + " Check the owner role and its password."));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        }
    }

    private static boolean truth(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
