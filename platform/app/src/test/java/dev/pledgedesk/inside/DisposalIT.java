package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.Disposals;
import dev.pledgedesk.privacy.Disposals.Mark;
import dev.pledgedesk.privacy.Disposals.Run;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is over its time is marked, spared by whoever speaks for it, and then removed; next door, and without a rule, everything stays. */
@ExtendWith(ArquillianExtension.class)
class DisposalIT extends SealedDesk {

    private static final ConfigFile RULES = new ConfigFile("privacy.yaml", "retention: {graceDays: 30, customers: 365, mails: 100, sessions: 50}\n");

    @Inject
    Disposals disposals;

    @Inject
    DataRequests requests;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private TicketDetails done(TenantId tenant, String mark) {
        TicketDetails filed = file(tenant, mark);
        return as(tenant, () -> {
            TicketDetails opened = changes.change(filed.id(), filed.version(), TicketChange.toStatus("open"));
            return changes.change(filed.id(), opened.version(), TicketChange.toStatus("solved"));
        });
    }

    /** A desk whose nights come when the test says so: the one that came with its configuration is over, and the next is leased to nobody. */
    private TenantId dark(String key, ConfigFile... rules) {
        TenantId tenant = SmallDesk.configured(configurations, tenants, key, rules);
        int leased = 0;
        for (int tries = 0; leased == 0 && tries < 5_000; tries++) {
            leased = OwnerSql.change("update due_work set leased_until = '2999-01-01' where kind = 'disposal' and tenant_id = ? and due_at > now() and leased_until is null", tenant.value());
        }
        assertThat(leased).as("the first night").isEqualTo(1);
        return tenant;
    }

    private void night(TenantId tenant) {
        List.of("customer", "mail", "session", "ticket").forEach(kind -> work(tenant, "disposal", UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8))));
    }

    private List<UUID> marked(TenantId tenant, String kind) {
        return as(tenant, () -> disposals.marks(kind, PageRequest.first(100)).items().stream().map(Mark::recordId).toList());
    }

    private static List<String> state(UUID customer) {
        return OwnerSql.read("select case when erased_at is null then 'known' else 'forgotten' end from customer where id = ?", customer);
    }

    @Test
    void customersAreForgottenWhenTheirTicketsAreLongDoneUnlessSomethingKeepsThem() {
        TenantId a = dark("disposal-a", RULES);
        TenantId b = dark("disposal-b");
        UUID gone = done(a, "gonelong").requester().id();
        UUID held = done(a, "heldlong").requester().id();
        UUID restricted = done(a, "restrictedlong").requester().id();
        as(a, () -> requests.decide(requests.takeDown(restricted, DataRequestKind.RESTRICTION, null, "Called back").id(), true, "In dispute"));
        UUID open = file(a, "openlong").requester().id();
        TicketDetails backs = done(a, "comesback");
        UUID back = backs.requester().id();
        UUID next = done(b, "nextdoor").requester().id();
        clock.pass(Duration.ofDays(300));
        night(a);
        assertThat(marked(a, "customer")).isEmpty();

        UUID hold = as(a, () -> erasures.place(held, "Lawsuit 17/26")).id();
        clock.pass(Duration.ofDays(66));
        night(a);
        assertThat(marked(a, "customer")).containsExactlyInAnyOrder(gone, back);
        night(a);
        assertThat(as(a, () -> disposals.outlook())).filteredOn(o -> o.kind().equals("customer")).singleElement()
                .satisfies(o -> assertThat(List.of(o.over(), o.marked())).as("marked once").containsExactly(2L, 2L));

        clock.pass(Duration.ofDays(29));
        as(a, () -> changes.change(backs.id(), backs.version(), TicketChange.toStatus("open")));
        night(a);
        assertThat(state(gone)).as("in its days of grace").containsExactly("known");
        clock.pass(Duration.ofDays(2));
        night(a);
        assertThat(state(gone)).containsExactly("forgotten");
        assertThat(state(back)).as("has a ticket that is worked on").containsExactly("known");
        assertThat(state(held)).containsExactly("known");
        assertThat(state(restricted)).as("whose data are to be kept").containsExactly("known");
        assertThat(state(open)).containsExactly("known");
        assertThat(marked(a, "customer")).isEmpty();
        assertThat(as(a, () -> disposals.runs(10))).filteredOn(r -> r.kind().equals("customer")).extracting(Run::marked, Run::spared, Run::removed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 1, 1), org.assertj.core.groups.Tuple.tuple(2, 0, 0));

        night(b);
        assertThat(state(next)).as("without a rule").containsExactly("known");
        as(a, () -> {
            erasures.lift(held, hold);
            return null;
        });
        night(a);
        assertThat(marked(a, "customer")).containsExactly(held);
        SmallDesk.configured(configurations, tenants, "disposal-a");
        night(a);
        assertThat(marked(a, "customer")).as("the rule is gone").isEmpty();
    }

    @Test
    void contentOfTicketsGoesAndTheirNumbersStay() {
        ConfigFile rule = new ConfigFile("privacy.yaml", "retention: {graceDays: 10, tickets: 100}\n");
        TenantId a = dark("disposal-f", rule);
        TenantId b = dark("disposal-g");
        TicketDetails old = done(a, "oldheron");
        TicketDetails held = done(a, "heldheron");
        TicketDetails open = file(a, "openheron");
        TicketDetails next = done(b, "nextheron");
        as(a, () -> changes.change(old.id(), old.version(), TicketChange.toStatus("open")));
        as(a, () -> changes.change(old.id(), reading.get(old.id()).version(), new TicketChange(null, null, null, "Subject oldheron again", null, null, null, null, null)));
        as(a, () -> changes.change(old.id(), reading.get(old.id()).version(), TicketChange.toStatus("solved")));
        as(a, () -> erasures.place(held.requester().id(), "Lawsuit 18/26"));
        clock.pass(Duration.ofDays(101));
        night(a);
        assertThat(marked(a, "ticket")).containsExactly(old.id());
        assertThat(body(a, old.id())).as("in its days of grace").contains("oldheron");
        clock.pass(Duration.ofDays(11));
        night(a);
        night(b);

        TicketDetails emptied = as(a, () -> reading.get(old.id()));
        assertThat(emptied.subject()).isEqualTo("[erased]");
        assertThat(List.of(emptied.number(), emptied.type(), emptied.status())).as("the numbers stay").containsExactly(old.number(), "question", "solved");
        assertThat(emptied.tags()).isEmpty();
        assertThat(emptied.actions()).isEmpty();
        assertThat(body(a, old.id())).isEqualTo("[erased]");
        assertThat(as(a, () -> reading.messages(old.id(), PageRequest.first(5)).items().get(0).attachments())).isEmpty();
        assertThat(found(a, "oldheron")).isEmpty();
        assertThat(count("attachment", a)).as("of the others").isEqualTo("2");
        assertThat(OwnerSql.read("select field || ' ' || (before is null and after is null) from ticket_change where ticket_id = ? order by id", old.id())).contains("subject true").contains("status false");
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> changes.change(old.id(), emptied.version(), TicketChange.toStatus("open")))).detail()).isEqualTo("ticket.emptied");
        for (TicketDetails kept : List.of(held, open)) {
            assertThat(body(a, kept.id())).contains("heron");
        }
        assertThat(body(b, next.id())).as("without a rule").contains("nextheron");
        night(a);
        assertThat(as(a, () -> disposals.runs(10))).filteredOn(r -> r.kind().equals("ticket")).extracting(Run::removed).as("once").containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void mailsAndSessionsGoTheirOwnTime() {
        TenantId a = dark("disposal-c", RULES);
        TenantId b = dark("disposal-d", RULES);
        for (TenantId tenant : List.of(a, b)) {
            for (String state : List.of("sent", "queued")) {
                OwnerSql.change("insert into outgoing_mail (tenant_id, id, person_id, recipient, subject, body, state, attempts, created_at, version) values (?, gen_random_uuid(), gen_random_uuid(),"
                        + " '\\x00', '\\x00', '\\x00', ?, 1, now(), 1)", tenant.value(), state);
            }
            OwnerSql.change("insert into session (tenant_id, id, subject_kind, subject_id, created_at, expires_at, version, way, used_at, browser, system) values (?, gen_random_uuid(), 'staff', gen_random_uuid(), now(),"
                    + " now() + interval '1 day', 1, 'password', now(), 'other', 'other')", tenant.value());
        }
        clock.pass(Duration.ofDays(60));
        night(a);
        assertThat(marked(a, "session")).hasSize(1);
        assertThat(marked(a, "mail")).isEmpty();
        clock.pass(Duration.ofDays(41));
        night(a);
        assertThat(marked(a, "mail")).as("the one that waits is not over").hasSize(1);
        assertThat(count("session", a)).isEqualTo("0");
        clock.pass(Duration.ofDays(31));
        night(a);
        assertThat(count("outgoing_mail", a)).isEqualTo("1");
        assertThat(count("outgoing_mail", b)).isEqualTo("2");
        assertThat(count("session", b)).isEqualTo("1");
    }

    private static String count(String table, TenantId tenant) {
        return OwnerSql.read("select count(*) from " + table + " where tenant_id = ?", tenant.value()).get(0);
    }

    @Test
    void itComesAgainEveryNight() {
        TenantId a = dark("disposal-e");
        work(a, "disposal", NIL);
        List<String> due = OwnerSql.read("select to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI') || ' ' || (due_at > now() and due_at <= now() + interval '1 day') from due_work where kind = 'disposal'"
                + " and tenant_id = ? and id = ?", a.value(), NIL);
        assertThat(due).containsExactly("03:00 true");
    }
}
