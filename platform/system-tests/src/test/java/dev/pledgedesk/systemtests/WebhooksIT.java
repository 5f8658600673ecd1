package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Event;
import dev.pledgedesk.client.model.EventPage;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewWebhook;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.Webhook;
import dev.pledgedesk.client.model.WebhookChange;
import dev.pledgedesk.client.model.WebhookDelivery;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Receiver;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An integrator has his system told what happens, and reads it one after another, through the client. */
class WebhooksIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static NewWebhook hook(Receiver receiver, String... types) {
        return new NewWebhook().name("Stock system").address(receiver.address()).types(List.of(types));
    }

    @Test
    void aSystemIsToldBySignedMessagesWithoutPersonalData() throws ApiException {
        Visitor keeper = Vendor.art().newStaff(Vendor.EVERYTHING).visitor();
        try (Receiver receiver = new Receiver(); Receiver foreign = new Receiver()) {
            Vendor.appliance().newStaff(Vendor.EVERYTHING).visitor().webhooks().createWebhook(hook(foreign), Vendor.newKey());
            String key = Vendor.newKey();
            Webhook made = keeper.webhooks().createWebhook(hook(receiver, "ticket.created"), key);
            Webhook again = keeper.webhooks().createWebhook(hook(receiver, "ticket.created"), key);
            assertThat(again.getId()).as("once").isEqualTo(made.getId());
            assertThat(again.getSecret()).as("secrets are not kept for repeated requests").isNull();
            assertThat(keeper.webhooks().getWebhook(made.getId()).getSecret()).as("told once").isNull();
            Ticket ticket = Drafts.filed(Vendor.art(), "Who has seen my parcel");
            await().atMost(SOON).until(() -> receiver.messages().stream().anyMatch(m -> m.body().contains(ticket.getId().toString())));
            Receiver.Message told = receiver.messages().stream().filter(m -> m.body().contains(ticket.getId().toString())).findFirst().orElseThrow();
            assertThat(told.isSignedWith(made.getSecret())).isTrue();
            assertThat(told.isSignedWith("whsec_" + "AAAA".repeat(8))).isFalse();
            assertThat(told.body()).contains("\"type\":\"ticket.created\"").doesNotContain("parcel").doesNotContain("Li Na");
            assertThat(foreign.messages()).as("another tenant's").noneMatch(m -> m.body().contains(ticket.getId().toString()));

            Webhook renewed = keeper.webhooks().renewWebhookSecret(made.getId(), Vendor.newKey());
            assertThat(renewed.getSecret()).isNotEqualTo(made.getSecret());
            WebhookDelivery test = keeper.webhooks().testWebhook(made.getId(), Vendor.newKey());
            await().atMost(SOON).until(() -> receiver.messages().stream().anyMatch(m -> m.id().equals(test.getEventId().toString())));
            Receiver.Message both = receiver.messages().stream().filter(m -> m.id().equals(test.getEventId().toString())).findFirst().orElseThrow();
            assertThat(both.isSignedWith(made.getSecret()) && both.isSignedWith(renewed.getSecret())).as("both for a day").isTrue();

            receiver.answer(500);
            Drafts.filed(Vendor.art(), "not heard");
            await().atMost(SOON).until(() -> keeper.webhooks().listWebhookDeliveries(made.getId(), "waiting", 10, null).getItems().stream().anyMatch(d -> !d.getAttempts().isEmpty()));
            WebhookDelivery unheard = keeper.webhooks().listWebhookDeliveries(made.getId(), "waiting", 10, null).getItems().get(0);
            assertThat(unheard.getAttempts().get(0).getStatus()).isEqualTo(500);
            assertThat(keeper.webhooks().getWebhook(made.getId()).getFailingSince()).isNotNull();
            receiver.answer(204);
            keeper.webhooks().replayWebhookDelivery(made.getId(), unheard.getId(), Vendor.newKey());
            await().atMost(SOON).until(() -> keeper.webhooks().getWebhookDelivery(made.getId(), unheard.getId()).getState() == WebhookDelivery.StateEnum.DELIVERED);
            assertThat(receiver.messages().stream().map(Receiver.Message::id).filter(unheard.getEventId().toString()::equals)).as("the same to its receiver").hasSizeGreaterThan(1);

            Webhook now = keeper.webhooks().getWebhook(made.getId());
            Webhook paused = keeper.webhooks().changeWebhook(made.getId(), new WebhookChange().state(WebhookChange.StateEnum.PAUSED), "\"" + now.getVersion() + "\"");
            assertThat(paused.getReason()).isEqualTo(Webhook.ReasonEnum.ASKED);
            Drafts.filed(Vendor.art(), "later");
            await().atMost(SOON).until(() -> keeper.webhooks().getWebhook(made.getId()).getWaiting() > 0);
            keeper.webhooks().changeWebhook(made.getId(), new WebhookChange().state(WebhookChange.StateEnum.ACTIVE), "\"" + paused.getVersion() + "\"");
            await().atMost(SOON).until(() -> keeper.webhooks().getWebhook(made.getId()).getWaiting() == 0);
            keeper.webhooks().deleteWebhook(made.getId());
            assertThat(Refusal.of(() -> keeper.webhooks().getWebhook(made.getId())).status()).isEqualTo(404);
        }
    }

    @Test
    void whatIsWrongIsNamed() throws ApiException {
        Visitor keeper = Vendor.art().newStaff(Vendor.EVERYTHING).visitor();
        try (Receiver receiver = new Receiver()) {
            Refusal wrong = Refusal.of(() -> keeper.webhooks().createWebhook(new NewWebhook().name(" ").address("ftp://erp.example.com/x").types(List.of("ticket.created", "ticket.gone")), Vendor.newKey()));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.pointers()).containsExactly("/name", "/address", "/types/1");
            assertThat(Refusal.of(() -> keeper.webhooks().createWebhook(new NewWebhook().name("x").address("https://me:secret@erp.example.com/"), Vendor.newKey())).pointers()).containsExactly("/address");
            assertThat(Refusal.of(() -> keeper.webhooks().createWebhook(new NewWebhook().name("x").address("https://erp.example.com:99999/"), Vendor.newKey())).pointers()).containsExactly("/address");
            Webhook made = keeper.webhooks().createWebhook(hook(receiver), Vendor.newKey());
            assertThat(Refusal.of(() -> keeper.webhooks().listWebhookDeliveries(made.getId(), "bogus", null, null)).status()).isEqualTo(400);
            assertThat(Refusal.of(() -> keeper.webhooks().changeWebhook(made.getId(), new WebhookChange().name("y"), null)).status()).isEqualTo(428);
            assertThat(Refusal.of(() -> keeper.webhooks().changeWebhook(made.getId(), new WebhookChange().name("y"), "\"99\"")).status()).isEqualTo(412);
            assertThat(Refusal.of(() -> Vendor.art().staff("agent").visitor().webhooks().listWebhooks()).status()).isEqualTo(403);
            keeper.webhooks().deleteWebhook(made.getId());
        }
        assertThat(Refusal.of(() -> keeper.events().listEvents("ticket.gone", null, null)).pointers()).containsExactly("/type");
        assertThat(Refusal.of(() -> keeper.events().listEvents(null, null, "not a number")).pointers()).containsExactly("/page[after]");
    }

    @Test
    void whatHappensIsReadOneAfterAnother() throws ApiException {
        Visitor reader = Vendor.art().newStaff(Vendor.EVERYTHING).visitor();
        assertThat(reader.events().listEventTypes().getItems()).contains("ticket.created", "complaint.closed", "promise.broken");
        String cursor = null;
        EventPage page;
        do {
            page = reader.events().listEvents(null, 100, cursor);
            cursor = page.getItems().isEmpty() ? cursor : page.getItems().get(page.getItems().size() - 1).getCursor();
        } while (page.getMeta().getHasMore());
        Ticket ticket = Drafts.filed(Vendor.art(), "read by cursor");
        Vendor.art().staff("agent").visitor().tickets().createMessage(ticket.getId(), new NewMessage().body("answered"), Vendor.newKey());
        List<String> seen = new ArrayList<>();
        Vendor.appliance().newStaff(Vendor.EVERYTHING).visitor().events().listEvents(null, 100, null).getItems().forEach(e -> assertThat(e.getSubjectId()).isNotEqualTo(ticket.getId()));
        for (Event event : reader.events().listEvents(null, 100, cursor).getItems()) {
            if (event.getSubjectId().equals(ticket.getId())) {
                seen.add(event.getType());
            }
        }
        assertThat(seen).startsWith("ticket.created").contains("ticket.message-added");
        UUID first = reader.events().listEvents("ticket.created", 100, cursor).getItems().get(0).getId();
        assertThat(first).as("asked again, the same").isEqualTo(reader.events().listEvents("ticket.created", 100, cursor).getItems().get(0).getId());
    }
}
