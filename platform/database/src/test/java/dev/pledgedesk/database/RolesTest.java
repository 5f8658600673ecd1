package dev.pledgedesk.database;

import static dev.pledgedesk.database.EmbeddedDatabaseTest.ask;
import static dev.pledgedesk.database.EmbeddedDatabaseTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final String TENANT = "018f0000-0000-7000-8000-000000000001";
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.temporary();
        Bootstrap.apply(database);
        assertThat(migrations("classpath:db/test-migration").migrate()).isEqualTo(1);
        try (var owner = connect(Roles.OWNER)) {
            // The owner passes row-level security: a data migration must see and write every tenant's rows.
            run(owner, "INSERT INTO parcel (tenant_id, label) VALUES ('" + TENANT + "', 'one'), (uuidv7(), 'two')");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Connection connect(String role) throws SQLException {
        return database.connect(Roles.DATABASE, role);
    }

    private static Migrations migrations(String location) {
        return new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER), location);
    }

    private static DatabaseCheck.Account account(String role) {
        return new DatabaseCheck.Account(database.url(Roles.DATABASE), role, database.credentials().password(role));
    }

    @Test
    void theApplicationSeesOnlyTheTenantItNames() throws Exception {
        try (var app = connect(Roles.APP)) {
            assertThat(ask(app, "SELECT count(*) FROM parcel")).isEqualTo("0");
            app.setAutoCommit(false);
            run(app, "SELECT set_config('app.tenant_id', '" + TENANT + "', true)");
            assertThat(ask(app, "SELECT count(*) FROM parcel")).isEqualTo("1");
            run(app, "INSERT INTO parcel (tenant_id, label) VALUES ('" + TENANT + "', 'three')", "UPDATE parcel SET label = 'x'");
            app.rollback();
        }
    }

    @Test
    void theApplicationChangesNothingButRows() throws Exception {
        for (String forbidden : List.of("CREATE TABLE t (n int)", "CREATE TEMP TABLE t (n int)", "CREATE TABLE public.t (n int)", "CREATE SCHEMA s",
            "DROP TABLE parcel", "ALTER TABLE parcel DISABLE ROW LEVEL SECURITY", "TRUNCATE parcel", "SET ROLE desk_owner", "SET ROLE desk_search",
            "SET row_security = off; SELECT * FROM parcel", "CREATE ROLE r", "DELETE FROM flyway_schema_history",
            "UPDATE flyway_schema_history SET success = false", "SELECT count_parcels()", "SELECT * FROM pg_authid",
            "COPY parcel TO PROGRAM 'cat'")) {
            try (var app = connect(Roles.APP)) {
                assertThatThrownBy(() -> run(app, forbidden)).as(forbidden).isInstanceOf(SQLException.class);
            }
        }
        try (var app = connect(Roles.APP)) {
            assertThat(ask(app, "SELECT count(*) FROM flyway_schema_history")).isEqualTo("1");
        }
    }

    @Test
    void backupReadsAllAndWritesNothing() throws Exception {
        try (var backup = connect(Roles.BACKUP)) {
            assertThat(ask(backup, "SELECT count(*) FROM parcel")).isEqualTo("2");
            run(backup, "SET default_transaction_read_only = off");
            assertThatThrownBy(() -> run(backup, "DELETE FROM parcel")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void searchFunctionsRunAsTheirOwnerAndNobodySignsInAsIt() throws Exception {
        try (var owner = connect(Roles.OWNER)) {
            assertThat(ask(owner, "SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE proname = 'count_parcels'")).isEqualTo(Roles.SEARCH);
            assertThat(ask(owner, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'desk_search'")).isEqualTo("f");
            assertThat(ask(owner, "SELECT has_function_privilege('desk_app', 'desk.count_parcels()', 'EXECUTE')")).isEqualTo("f");
        }
    }

    @Test
    void applyingAgainChangesNothing() throws Exception {
        String before = fingerprint();
        Bootstrap.apply(database);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void repairsARoleThatWasWidened() throws Exception {
        try (var superuser = connect(Roles.SUPERUSER)) {
            run(superuser, "ALTER ROLE desk_app BYPASSRLS CREATEDB");
        }
        assertThat(complaints(account(Roles.APP))).singleElement().asString().contains("may pass row-level security");
        Bootstrap.apply(database);
        assertThat(complaints(account(Roles.APP))).isEmpty();
    }

    /** What the check finds wrong, apart from the sync settings of a server for tests. */
    private static List<String> complaints(DatabaseCheck.Account runtime) {
        return DatabaseCheck.run(runtime, null).stream().filter(f -> !f.ok()).map(Finding::text).filter(text -> !text.contains("is off")).toList();
    }

    private static String fingerprint() throws SQLException {
        try (var superuser = connect(Roles.SUPERUSER)) {
            return ask(superuser, """
                SELECT (SELECT string_agg(concat_ws(',', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls, rolconfig), ';' ORDER BY rolname) FROM pg_roles)
                    || (SELECT string_agg(concat_ws(',', nspname, nspowner, nspacl), ';' ORDER BY nspname) FROM pg_namespace WHERE nspname IN ('desk', 'public'))
                    || (SELECT string_agg(concat_ws(',', datname, datdba, datacl), ';' ORDER BY datname) FROM pg_database)
                    || (SELECT string_agg(d::text, ';' ORDER BY oid) FROM pg_default_acl d)
                    || (SELECT string_agg(m::text, ';' ORDER BY oid) FROM pg_auth_members m)
                    || (SELECT string_agg(s::text, ';' ORDER BY s::text) FROM pg_db_role_setting s)""");
        }
    }

    @Test
    void theScriptForAnAdministratorDoesTheSame() throws Exception {
        try (var other = EmbeddedDatabase.temporary()) {
            // psql is not bundled; what it would substitute and execute is done here by hand.
            String script = Bootstrap.script();
            for (String role : List.of(Roles.OWNER, Roles.APP, Roles.BACKUP)) {
                assertThat(script).contains(":'" + role + "_password'");
                script = script.replace(":'" + role + "_password'", "'" + other.credentials().password(role) + "'");
            }
            String[] parts = script.split("\\\\connect pledgedesk\n");
            String gexec = parts[0].substring(parts[0].lastIndexOf("SELECT 'CREATE DATABASE")).replace("\\gexec", "").strip();
            try (var superuser = other.connect("postgres", Roles.SUPERUSER)) {
                run(superuser, parts[0].substring(parts[0].indexOf("DO $$"), parts[0].lastIndexOf("SELECT 'CREATE DATABASE")));
                run(superuser, ask(superuser, gexec));
            }
            try (var superuser = other.connect(Roles.DATABASE, Roles.SUPERUSER)) {
                run(superuser, parts[1]);
            }
            var runtime = new DatabaseCheck.Account(other.url(Roles.DATABASE), Roles.APP, other.credentials().password(Roles.APP));
            assertThat(complaints(runtime)).isEmpty();
        }
    }

    @Test
    void theCheckTellsAGoodRuntimeRoleFromABadOne() {
        assertThat(DatabaseCheck.run(account(Roles.OWNER), account(Roles.OWNER))).filteredOn(f -> !f.ok()).extracting(Finding::text)
            .anyMatch(text -> text.contains("may pass row-level security")).anyMatch(text -> text.contains("owns objects"));
        var wrong = new DatabaseCheck.Account(database.url(Roles.DATABASE), Roles.APP, "wrong");
        assertThat(DatabaseCheck.run(wrong, null)).singleElement().satisfies(f -> {
            assertThat(f.ok()).isFalse();
            assertThat(f.text()).contains("Cannot connect").doesNotContain("\n");
        });
        assertThat(DatabaseCheck.passed(DatabaseCheck.run(wrong, null))).isFalse();
    }

    @Test
    void theCheckFindsATableWithoutWall() throws Exception {
        try (var owner = connect(Roles.OWNER)) {
            run(owner, "CREATE TABLE open_table (tenant_id uuid)");
            try {
                assertThat(DatabaseCheck.run(account(Roles.APP), null)).filteredOn(f -> !f.ok()).extracting(Finding::text)
                    .anyMatch(text -> text.endsWith("security: open_table"));
            } finally {
                run(owner, "DROP TABLE open_table");
            }
        }
    }

    @Test
    void aChangedMigrationIsRefused() {
        assertThat(migrations("classpath:db/test-migration").migrate()).isZero();
        assertThat(migrations("classpath:db/test-migration").state()).isEqualTo(new Migrations.State("001", "001", 0, true));
        assertThat(migrations("classpath:db/test-migration-changed").state().valid()).isFalse();
        assertThatThrownBy(() -> migrations("classpath:db/test-migration-changed").migrate()).isInstanceOf(DatabaseFailure.class)
            .satisfies(failure -> assertThat(failure.getMessage()).contains("checksum").doesNotContain("\n"));
    }
}
