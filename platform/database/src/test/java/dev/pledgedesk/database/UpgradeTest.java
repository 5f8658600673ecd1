package dev.pledgedesk.database;

import static dev.pledgedesk.database.EmbeddedDatabaseTest.ask;
import static dev.pledgedesk.database.EmbeddedDatabaseTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Migrations on data of the version before: nothing is lost, and what they take over is what was there. */
class UpgradeTest {

    private static final String A = "018f0000-0000-7000-8000-00000000000a";
    private static final String B = "018f0000-0000-7000-8000-00000000000b";
    private static final String CUSTOMER = "018f0000-0000-7000-8000-0000000000c1";

    @Test
    void openingsOfContactsAreTakenOverFromTheJournal() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            Bootstrap.apply(database);
            var migrations = new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER));
            migrations.migrateTo("18");
            try (var owner = database.connect(Roles.DATABASE, Roles.OWNER)) {
                run(owner, "set search_path = desk",
                    "insert into tenant (id, key, state, created_at, version) values ('" + A + "', 'vendor-a', 'active', now(), 1), ('" + B + "', 'vendor-b', 'active', now(), 1)",
                    "insert into customer (tenant_id, id, name, created_at, version) values ('" + A + "', '" + CUSTOMER + "', '\\x01', now(), 1), ('" + B + "', '" + CUSTOMER + "', '\\x01', now(), 1)",
                    entry(A, "customer.read", CUSTOMER, "'ticket ART-2026-000123'"), entry(A, "customer.read", CUSTOMER, "'asked about Li Na'"), entry(A, "customer.read", CUSTOMER, "null"),
                    entry(A, "customer.read", "gone", "'look-up'"), entry(A, "person.corrected", CUSTOMER, "null"), entry(B, "customer.read", CUSTOMER, "'look-up'"));

                assertThat(migrations.migrate()).isPositive();

                assertThat(ask(owner, "select string_agg(purpose || coalesce(' ' || record_name, ''), ', ' order by purpose, record_name) from desk.contact_reading where tenant_id = '" + A + "'"))
                    .as("words that may name somebody stay where they were").isEqualTo("former, former, ticket ART-2026-000123");
                assertThat(ask(owner, "select string_agg(purpose, ', ') from desk.contact_reading where tenant_id = '" + B + "'")).isEqualTo("former");
                assertThat(ask(owner, "select count(*) from desk.contact_reading r join desk.journal_entry j using (tenant_id, id) where r.at = j.at and r.reader = j.actor")).isEqualTo("4");
                assertThat(ask(owner, "select count(*) from desk.journal_entry")).as("the journal is as it was").isEqualTo("6");
                assertThat(ask(owner, "select count(*) from desk.due_work where kind = 'disposal'")).as("each tenant's nights begin").isEqualTo("2");
            }
        }
    }

    private static String entry(String tenant, String action, String subject, String reason) {
        return "insert into journal_entry (tenant_id, id, at, actor, action, subject_type, subject_id, reason) values ('" + tenant + "', uuidv7(), now(), 'staff/x', '" + action + "', 'customer', '"
            + subject + "', " + reason + ")";
    }
}
