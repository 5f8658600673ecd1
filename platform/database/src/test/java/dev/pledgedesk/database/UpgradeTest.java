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

    @Test
    void freeWordsAreKeptInTheFormThatTheDeskSealsLater() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            Bootstrap.apply(database);
            var migrations = new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER));
            migrations.migrateTo("20");
            try (var owner = database.connect(Roles.DATABASE, Roles.OWNER)) {
                run(owner, "set search_path = desk",
                    "insert into tenant (id, key, state, created_at, version) values ('" + A + "', 'vendor-a', 'active', now(), 1), ('" + B + "', 'vendor-b', 'active', now(), 1)",
                    "insert into config_version values ('" + A + "', 1, 'd', '{}', '{}', now(), 'test')",
                    "insert into customer (tenant_id, id, name, created_at, version) values ('" + A + "', '" + CUSTOMER + "', '\\x01', now(), 1)",
                    "insert into staff (tenant_id, id, login, name, state, roles, teams, created_at, version) values ('" + A + "', '" + CUSTOMER + "', 'x', '\\x01', 'active', '[]', '[]', now(), 1)",
                    ticket(1, "[]"), ticket(2, "[\"急 rush\"]"),
                    "insert into ticket_view (tenant_id, id, owner_id, name, filter, shared, version) values ('" + A + "', uuidv7(), '" + CUSTOMER + "', '我的', 'q=李娜', true, 1)",
                    "insert into outgoing_mail (tenant_id, id, person_id, recipient, subject, body, state, attempts, last_error, created_at, version) select '" + A + "', uuidv7(), '" + CUSTOMER
                        + "', '\\x01', '\\x01', '\\x01', 'queued', 1, e, now(), 1 from unnest(array['550 no \\ such user', null]) e");

                assertThat(migrations.migrate()).isPositive();

                assertThat(ask(owner, "select string_agg(coalesce(get_byte(tag_list, 0) || ' ' || convert_from(substring(tag_list from 2), 'UTF8'), 'none'), ', ' order by number) from desk.ticket"))
                    .isEqualTo("none, 0 [\"急 rush\"]");
                assertThat(ask(owner, "select convert_from(substring(name from 2), 'UTF8') || ' ' || convert_from(substring(filter from 2), 'UTF8') from desk.ticket_view")).isEqualTo("我的 q=李娜");
                assertThat(ask(owner, "select string_agg(coalesce(convert_from(substring(last_error from 2), 'UTF8'), 'none'), ', ' order by last_error) from desk.outgoing_mail"))
                    .isEqualTo("550 no \\ such user, none");
                assertThat(ask(owner, "select count(*) from desk.due_work where kind in ('reseal-ticket', 'reseal-ticket_view', 'reseal-outgoing_mail')")).isEqualTo("6");
            }
        }
    }

    @Test
    void requestsThatWaitGetTheirClocks() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            Bootstrap.apply(database);
            var migrations = new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER));
            migrations.migrateTo("28");
            try (var owner = database.connect(Roles.DATABASE, Roles.OWNER)) {
                run(owner, "set search_path = desk",
                    "insert into tenant (id, key, state, config_version, created_at, version) values ('" + A + "', 'vendor-a', 'active', 1, now(), 1)",
                    "insert into config_version values ('" + A + "', 1, 'd', '{}', '{}', now(), 'test')",
                    "insert into customer (tenant_id, id, name, created_at, version) values ('" + A + "', '" + CUSTOMER + "', '\\x01', now(), 1)",
                    request("access", "open", "null"), request("erasure", "appealed", "'2026-01-20Z'"), request("objection", "refused", "null"),
                    "insert into due_work (kind, tenant_id, id, due_at) select unnest(array['data-request-due', 'data-request-overdue']), tenant_id, id, due_at from data_request");

                assertThat(migrations.migrate()).isPositive();

                assertThat(ask(owner, "select string_agg(target || ' ' || time_limit || ' ' || (started_at at time zone 'UTC')::date || ' ' || state, ', ' order by target) from desk.promise_clock"))
                    .isEqualTo("access 360h 2026-01-01 running, erasure-appeal 360h 2026-01-20 running");
                assertThat(ask(owner, "select count(*) from desk.promise_event e join desk.promise_clock c on c.id = e.clock_id where e.kind = 'activate' and e.at = c.started_at")).isEqualTo("2");
                assertThat(ask(owner, "select string_agg(distinct kind, ', ') from desk.due_work where id in (select id from desk.data_request)")).isEqualTo("promise");
            }
        }
    }

    private static String request(String kind, String state, String appealedAt) {
        return "insert into data_request (tenant_id, id, customer_id, kind, state, filed_by, filed_at, due_at, appealed_at, version) values ('" + A + "', uuidv7(), '" + CUSTOMER + "', '" + kind + "', '" + state
            + "', 'x', '2026-01-01Z', coalesce(" + appealedAt + "::timestamptz, '2026-01-01Z') + interval '360 hours', " + appealedAt + ", 1)";
    }

    private static String ticket(int number, String tags) {
        return "insert into ticket (tenant_id, id, number, type, status, status_category, priority, channel, subject, requester_id, tags, fields, config_version, created_at, updated_at, version) values ('"
            + A + "', uuidv7(), 'N" + number + "', 'question', 'new', 'new', 'normal', 'portal', '\\x01', '" + CUSTOMER + "', '" + tags + "', '\\x01', 1, now(), now(), 1)";
    }

    private static String entry(String tenant, String action, String subject, String reason) {
        return "insert into journal_entry (tenant_id, id, at, actor, action, subject_type, subject_id, reason) values ('" + tenant + "', uuidv7(), now(), 'staff/x', '" + action + "', 'customer', '"
            + subject + "', " + reason + ")";
    }
}
