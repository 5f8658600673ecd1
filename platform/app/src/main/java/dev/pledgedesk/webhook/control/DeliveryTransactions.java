package dev.pledgedesk.webhook.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.webhook.WebhookState;
import dev.pledgedesk.webhook.entity.Deliveries;
import dev.pledgedesk.webhook.entity.Delivery;
import dev.pledgedesk.webhook.entity.DeliveryAttempt;
import dev.pledgedesk.webhook.entity.DeliveryAttempts;
import dev.pledgedesk.webhook.entity.Webhook;
import dev.pledgedesk.webhook.entity.WebhookRows;
import dev.pledgedesk.webhook.entity.WebhookTurn;
import dev.pledgedesk.webhook.entity.WebhookTurns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is read before a message is sent, and what is written after. */
@ApplicationScoped
@Transactional
public class DeliveryTransactions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLATFORM = "platform";
    /** How long one who does not give his turn back keeps it: longer than he may go on and the last call takes. */
    private static final Duration TURN = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    WebhookRows webhooks;

    @Inject
    WebhookTurns turns;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryAttempts attempts;

    @Inject
    Box box;

    @Inject
    WebhookSecrets secrets;

    @Inject
    DueWork dueWork;

    @Inject
    Staff staff;

    @Inject
    Notices notices;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** Takes the turn of telling an address; gives until when it is taken, empty if it is somebody else's or nothing is to be told. */
    Optional<Instant> begin(UUID id) {
        Instant now = clock.now();
        Optional<WebhookTurn> held = turns.findHeld(id);
        if (held.isEmpty() || webhooks.get(id).state() != WebhookState.ACTIVE) {
            dueWork.done(WebhookWorker.KIND, List.of(id));
            return Optional.empty();
        }
        WebhookTurn turn = held.get();
        Instant taken = turn.takenTill(now);
        Instant till = taken == null ? now.plus(TURN) : taken;
        // Should whoever has the turn never come back, it is looked at again.
        dueWork.at(WebhookWorker.KIND, id, till);
        if (taken != null) {
            return Optional.empty();
        }
        turn.take(till);
        return Optional.of(till);
    }

    /** This node has its hands full: another one, or this one in a moment. */
    void later(UUID id) {
        dueWork.again(WebhookWorker.KIND, id, clock.now().plus(MOMENT));
    }

    /** Gives the turn back, unless it is somebody else's by now. */
    void end(UUID id, Instant till) {
        turns.findHeld(id).filter(turn -> till.equals(turn.takenTill())).ifPresent(turn -> {
            turn.giveBack();
            box.lookAgain(id);
            deliveries.removeEndedBefore(id, clock.now().minus(KEPT));
        });
    }

    /** What is to be sent now; nothing if the address was stopped meanwhile. */
    List<Message> due(UUID id) {
        Instant now = clock.now();
        return webhooks.find(id).filter(w -> w.state() == WebhookState.ACTIVE).map(w -> {
            List<String> keys = Stream.of(secrets.open(w.id(), w.secret()), secrets.open(w.id(), w.formerSecret(now))).filter(Objects::nonNull).toList();
            return deliveries.due(id, now, AT_ONCE).stream().map(d -> new Message(d.id(), d.eventId(), w.address(), keys, body(d))).toList();
        }).orElse(List.of());
    }

    private static byte[] body(Delivery delivery) {
        ObjectNode message = JSON.createObjectNode().put("type", delivery.type()).put("timestamp", delivery.occurredAt().toString());
        message.putObject("data").put("id", delivery.eventId().toString()).put("subjectId", delivery.subjectId().toString());
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes down how an attempt went; whether the address is told more. */
    boolean sent(UUID id, UUID deliveryId, Sent sent) {
        // First, as everywhere: who removes the address or sends the message anew meanwhile waits, or was before.
        Optional<WebhookTurn> held = turns.findHeld(id);
        Optional<Delivery> waiting = deliveries.find(deliveryId);
        if (held.isEmpty() || waiting.isEmpty()) {
            return false;
        }
        WebhookTurn turn = held.get();
        Webhook webhook = webhooks.get(id);
        Delivery delivery = waiting.get();
        Instant now = clock.now();
        attempts.add(new DeliveryAttempt(Ids.next(), deliveryId, sent.at(), sent.status(), sent.failure(), sent.millis()));
        if (sent.isTaken()) {
            delivery.delivered(now);
            turn.good();
        } else if (sent.isGone()) {
            delivery.givenUp(now);
            stop(webhooks.held(id), WebhookState.DISABLED, "gone");
        } else {
            turn.failed(now);
            Optional<Duration> wait = Schedule.after(delivery.round() + 1, deliveryId);
            wait.ifPresentOrElse(w -> delivery.again(now.plus(w)), () -> delivery.givenUp(now));
            // Nothing was taken since this message was first sent, three days ago: nobody is there.
            if (wait.isEmpty() && turn.failingSince().isBefore(now.minus(Schedule.ALL))) {
                stop(webhooks.held(id), WebhookState.PAUSED, "failing");
            }
        }
        return webhook.state() == WebhookState.ACTIVE;
    }

    private void stop(Webhook webhook, WebhookState how, String why) {
        webhook.stop(how, why);
        journal.write(new Journal.Entry(PLATFORM, "webhook." + how.key(), "webhook", webhook.id().toString(), Map.of("why", why)));
        staff.holding(Permission.WEBHOOK_MANAGE).forEach(member -> notices.tell(member, "webhook-" + how.key(), "webhook", webhook.id(), Map.of("number", webhook.name(), "what", Messages.everywhere("telling.reason." + why).byTag())));
    }
}
