package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.webhook.DeliveryState;
import dev.pledgedesk.webhook.DeliveryView;
import dev.pledgedesk.webhook.WebhookState;
import dev.pledgedesk.webhook.WebhookView;
import dev.pledgedesk.webhook.Webhooks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What addresses are told when they are not there, are gone or do not answer, by the desk's own workers with a clock that is moved from here. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT extends SealedDesk {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Caller.Identity KEEPER = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(),
            EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.WEBHOOK_MANAGE, Permission.STAFF_MANAGE), null, null);
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14),
            Duration.ofHours(20), Duration.ofHours(24));

    @Inject
    private Webhooks webhooks;

    @Inject
    private Staff staff;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private <T> T keeping(TenantId tenant, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(KEEPER);
            return work.get();
        });
    }

    private UUID told(TenantId tenant, String address, String... types) {
        return keeping(tenant, () -> webhooks.add(new Webhooks.Draft("Stock", address, List.of(types), null))).webhook().id();
    }

    private List<DeliveryView> log(TenantId tenant, UUID webhook) {
        return keeping(tenant, () -> webhooks.deliveries(webhook, null, PageRequest.first(100))).items();
    }

    private WebhookView now(TenantId tenant, UUID webhook) {
        return keeping(tenant, () -> webhooks.get(webhook));
    }

    @Test
    void whoIsNotThereIsTriedForThreeDaysThenLeftAloneAndLosesNothing() {
        TenantId a = SmallDesk.configured(configurations, tenants, "hooked-a", new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
                "teams: [{key: first, name: {en: First}, department: desk}]", "roles: [{key: keeper, name: {en: Keeper}, permissions: [webhook.manage]}]")));
        TenantId b = desk("hooked-b");
        UUID keeper = keeping(a, () -> staff.add(new StaffDraft("keeper", "Keeper", null, "long enough password 1", null, null, null, List.of("keeper"), null)).id());
        String address;
        try (Receiver gone = new Receiver(); Receiver there = new Receiver()) {
            address = gone.address();
            told(b, there.address());
            file(b, "other");
            await().atMost(SOON).until(() -> there.bodies().size() >= 1);
            assertThat(there.bodies().get(0)).contains("\"type\":\"ticket.created\"").doesNotContain("other");
        }
        UUID webhook = told(a, address, "ticket.created");
        file(a, "missed");
        for (int tried = 1; tried <= WAITS.size(); tried++) {
            DeliveryView delivery = tried(a, webhook, tried);
            Duration wait = Duration.between(delivery.attempts().get(tried - 1).at(), delivery.nextAt());
            Duration meant = WAITS.get(tried - 1);
            assertThat(wait.toMillis()).as("after %d", tried).isCloseTo(meant.toMillis(), within(meant.toMillis() / 10 + 2000));
            assertThat(delivery.attempts().get(tried - 1).failure()).isEqualTo("unreachable");
            assertThat(now(a, webhook).state()).isEqualTo(WebhookState.ACTIVE);
            clock.pass(wait.plusSeconds(1));
        }
        DeliveryView last = tried(a, webhook, WAITS.size() + 1);
        assertThat(last.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(Duration.between(last.attempts().get(0).at(), last.attempts().get(WAITS.size()).at())).isGreaterThan(Duration.ofHours(67));
        WebhookView paused = now(a, webhook);
        assertThat(paused.state()).isEqualTo(WebhookState.PAUSED);
        assertThat(paused.reason()).isEqualTo("failing");
        assertThat(OwnerSql.read("select kind from staff_notice where tenant_id = ? and staff_id = ?", a.value(), keeper)).containsExactly("webhook-paused");
        assertThat(OwnerSql.read("select action from journal_entry where tenant_id = ? and subject_type = 'webhook' order by id", a.value())).containsExactly("webhook.added", "webhook.paused");

        file(a, "meanwhile");
        await().atMost(SOON).until(() -> now(a, webhook).waiting() == 1);
        try (Receiver back = new Receiver()) {
            keeping(a, () -> webhooks.change(webhook, null, new Webhooks.Draft(null, back.address(), null, true)));
            await().atMost(SOON).until(() -> back.ids().size() == 1);
            assertThat(keeping(a, () -> webhooks.replayFailed(webhook, clock.now().minus(Duration.ofDays(5))))).isEqualTo(1);
            await().atMost(SOON).until(() -> back.ids().size() == 2);
            assertThat(back.ids().get(1)).as("the same to its receiver").isEqualTo(last.eventId().toString());
            await().atMost(SOON).until(() -> now(a, webhook).waiting() == 0);
            assertThat(log(a, webhook)).extracting(DeliveryView::state).containsOnly(DeliveryState.DELIVERED);
        }
        assertThat(OwnerSql.read("select type from webhook_delivery where tenant_id = ?", b.value())).as("each its own").containsExactly("ticket.created");
    }

    private DeliveryView tried(TenantId tenant, UUID webhook, int times) {
        await().atMost(SOON).until(() -> log(tenant, webhook).stream().anyMatch(d -> d.attempts().size() == times));
        return log(tenant, webhook).get(0);
    }

    @Test
    void whoSaysThatHeIsGoneIsToldNothingMore() {
        TenantId a = desk("gone-a");
        try (Receiver receiver = new Receiver().answering(410)) {
            UUID webhook = told(a, receiver.address(), "ticket.created");
            file(a, "first");
            await().atMost(SOON).until(() -> now(a, webhook).state() == WebhookState.DISABLED);
            assertThat(log(a, webhook)).extracting(DeliveryView::state).containsExactly(DeliveryState.FAILED);
            file(a, "second");
            receiver.answering(200);
            keeping(a, () -> webhooks.change(webhook, null, new Webhooks.Draft(null, null, null, true)));
            file(a, "third");
            await().atMost(SOON).until(() -> receiver.ids().size() == 2);
            assertThat(log(a, webhook)).hasSize(2);
        }
    }

    @Test
    void whoDoesNotAnswerHoldsUpNobody() {
        TenantId a = desk("slow-a");
        TenantId b = desk("slow-b");
        try (Receiver slow = new Receiver().thatNeverAnswers(); Receiver quick = new Receiver()) {
            UUID stuck = told(a, slow.address());
            UUID good = told(b, quick.address());
            file(a, "stuck");
            await().atMost(SOON).until(() -> !slow.ids().isEmpty());
            Instant asked = Instant.now();
            List.of("one", "two", "three").forEach(mark -> file(b, mark));
            await().atMost(SOON).until(() -> quick.ids().size() == 3);
            assertThat(Duration.between(asked, Instant.now())).as("while the other call waits for its end").isLessThan(Duration.ofSeconds(8));
            assertThat(log(a, stuck)).allSatisfy(d -> assertThat(d.state()).isEqualTo(DeliveryState.WAITING));
            await().atMost(SOON).until(() -> log(b, good).stream().allMatch(d -> d.state() == DeliveryState.DELIVERED));
            assertThat(quick.ids()).as("in their order").containsExactlyElementsOf(OwnerSql.read("select id from outbox_event where tenant_id = ? order by id", b.value()));
        }
    }
}
