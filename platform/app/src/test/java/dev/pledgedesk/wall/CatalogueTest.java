package dev.pledgedesk.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.database.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The migrated database has no hole in the wall between tenants, and each kind of hole would be found. */
class CatalogueTest {

    @Test
    void theWallStands() throws SQLException {
        try (Connection connection = TestDatabase.connect(Roles.SUPERUSER)) {
            assertThat(Catalogue.holes(connection)).isEmpty();
        }
    }

    @Test
    void theTablesOfTenantsWereLookedAt() throws SQLException {
        try (Connection connection = TestDatabase.connect(Roles.SUPERUSER)) {
            assertThat(Catalogue.tenantTables(connection)).contains("ticket", "message", "customer", "journal_entry", "search_document").hasSizeGreaterThan(20);
        }
    }

    /** Breaks one stone out of the wall, in a transaction that is never committed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table leak (id uuid primary key)                                                       | leak: has no tenant_id that is never null
            create table leak (tenant_id uuid, id uuid primary key)                                       | leak: has no tenant_id that is never null
            create table leak (tenant_id uuid not null, id uuid, primary key (id, tenant_id))             | leak: has no primary key that starts with tenant_id
            create table leak (tenant_id uuid primary key)                                                | leak: has no row security
            alter table ticket disable row level security                                                 | ticket: has no row security
            alter table ticket no force row level security                                                | ticket: does not force row security on its owner
            drop policy tenant_wall on ticket                                                             | ticket: has not exactly the policy tenant_wall
            create policy second on ticket using (true)                                                   | ticket: has not exactly the policy tenant_wall
            alter policy tenant_wall on ticket using (true)                                               | ticket: has a policy that is not the tenant's
            alter policy tenant_wall on ticket with check (true)                                          | ticket: has a policy that is not the tenant's
            alter policy tenant_wall on ticket to desk_app                                                | ticket: has a policy that is not the tenant's
            create unique index leak on ticket (number)                                                   | leak: is an index that does not start with tenant_id
            create index leak on ticket (lower(number), tenant_id)                                        | leak: is an index that does not start with tenant_id
            alter table ticket add constraint leak unique (number)                                        | leak: is an index that does not start with tenant_id
            alter table ticket add constraint leak exclude using btree (tenant_id with =, number with =)  | leak: is an exclusion constraint
            alter table message add constraint leak foreign key (ticket_id, tenant_id) references ticket (id, tenant_id) | leak: is a foreign key that does not carry the tenant
            create view leak as select * from ticket                                                      | leak: is a view with its owner's rights
            create materialized view leak as select * from ticket                                         | leak: is a materialized view
            create sequence ticket_number_0123456789abcdef0123456789abcdef; grant usage on sequence ticket_number_0123456789abcdef0123456789abcdef to desk_app | ticket_number_0123456789abcdef0123456789abcdef: is a sequence, which tells one tenant how much another does
            create sequence leak                                                                          | leak: is a sequence, which tells one tenant how much another does
            create function leak() returns bigint language sql security definer as 'select count(*) from ticket' | leak: runs with more rights than its caller
            create function leak() returns bigint language sql as 'select 1::bigint'                      | leak: may be run by everybody
            alter function search_tickets reset search_path                                               | search_tickets: is a trusted function with a changeable search path
            alter table ticket owner to desk_app                                                          | ticket: belongs to the application
            alter role desk_app bypassrls                                                                 | desk_app: is an application role past the wall
            alter role desk_app superuser                                                                 | desk_app: is an application role past the wall
            grant desk_search to desk_app                                                                 | desk_search: is a role that the application can become
            grant truncate on ticket to desk_app                                                          | ticket: lets the application do more than read and write rows
            grant select on ticket to public                                                              | ticket: is open to everybody
            grant create on schema desk to desk_app                                                       | schema desk: lets the application make things
            grant update on journal_entry to desk_app                                                     | journal_entry: the application may UPDATE
            grant update (actor) on journal_entry to desk_app                                             | journal_entry: the application may UPDATE
            grant delete on journal_seal to desk_app                                                      | journal_seal: the application may DELETE
            grant delete on outbox_event to desk_app                                                      | outbox_event: the application may DELETE
            grant delete on desk_keys.person_key to desk_app                                              | desk_keys.person_key: the application may DELETE
            alter table desk_keys.person_key disable row level security                                   | person_key: has no row security
            alter policy tenant_wall on desk_keys.person_key using (true)                                 | person_key: has a policy that is not the tenant's
            grant select on desk_keys.person_key to desk_backup                                           | person_key: is a key that backups of the data reach
            grant usage on schema desk_keys to desk_backup                                                | tenant_key: is a key that backups of the data reach
            """)
    void aHoleIsFound(String breach, String hole) throws SQLException {
        try (Connection connection = TestDatabase.connect(Roles.SUPERUSER)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (breach.contains("references ticket (id, tenant_id)")) {
                    statement.execute("alter table ticket add constraint backwards unique (id, tenant_id)");
                }
                statement.execute(breach);
                assertThat(Catalogue.holes(connection)).contains(hole);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The catalogue says that the lock is there; this says that it holds. */
    @Test
    void theApplicationSeesItsTenantOnly() throws SQLException {
        try (Connection owner = TestDatabase.connect(Roles.SUPERUSER); var statement = owner.createStatement()) {
            statement.execute("insert into tenant (id, key, state, created_at, version) values ('00000000-0000-0000-0000-00000000000a', 'wall-a', 'active', now(), 1),"
                    + " ('00000000-0000-0000-0000-00000000000b', 'wall-b', 'active', now(), 1)");
            statement.execute("insert into journal_chain (tenant_id, number, hash) values ('00000000-0000-0000-0000-00000000000a', 1, ''),"
                    + " ('00000000-0000-0000-0000-00000000000b', 2, '')");
        }
        try (Connection application = TestDatabase.connect(Roles.APP)) {
            application.setAutoCommit(false);
            assertThat(chains(application, null)).isEmpty();
            assertThat(chains(application, "00000000-0000-0000-0000-00000000000a")).isEqualTo("1");
            assertThat(chains(application, "00000000-0000-0000-0000-00000000000b")).isEqualTo("2");
            application.commit();
            // The setting died with its transaction.
            assertThat(chains(application, null)).isEmpty();
        }
    }

    private static String chains(Connection connection, String tenant) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (tenant != null) {
                statement.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
            }
            try (var rows = statement.executeQuery("select coalesce(string_agg(number::text, ','), '') from journal_chain")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
