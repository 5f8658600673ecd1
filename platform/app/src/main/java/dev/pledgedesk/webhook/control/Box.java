package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.EventFeed;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.webhook.entity.Deliveries;
import dev.pledgedesk.webhook.entity.Delivery;
import dev.pledgedesk.webhook.entity.Webhook;
import dev.pledgedesk.webhook.entity.WebhookTurns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What waits for an address, and when it is looked at. Always a part of the caller's transaction. Whoever puts something in holds the address's turn, as does who ends one:
 * so that no message is put in unseen while the last one is being sent.
 */
@ApplicationScoped
public class Box {

    @Inject
    Deliveries deliveries;

    @Inject
    WebhookTurns turns;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** Whether an address wants to be told of a type. */
    static boolean wants(Webhook webhook, String type) {
        return webhook.types().isEmpty() || webhook.types().stream().anyMatch(pattern -> EventFeed.matches(pattern, type));
    }

    /** Messages about events. */
    void put(Webhook webhook, List<PublishedEvent> events) {
        if (!events.isEmpty()) {
            turns.held(webhook.id());
            Instant now = clock.now();
            // An event that comes twice, since its relay was stopped in between, is in the box already.
            events.stream().filter(e -> !deliveries.exists(webhook.id(), e.id()))
                    .forEach(e -> deliveries.add(new Delivery(Ids.next(), webhook.id(), e.id(), e.type(), e.subjectId(), e.occurredAt(), now)));
            look(webhook.id());
        }
    }

    /** A message that says no more than that it has come. */
    Delivery test(Webhook webhook) {
        turns.held(webhook.id());
        Instant now = clock.now();
        Delivery delivery = deliveries.add(new Delivery(Ids.next(), webhook.id(), Ids.next(), "webhook.test", webhook.id(), now, now));
        look(webhook.id());
        return delivery;
    }

    /** Messages anew, whatever has become of them; their address's turn is held. */
    void replay(UUID webhook, List<Delivery> messages) {
        Instant now = clock.now();
        messages.forEach(delivery -> delivery.replay(now));
        look(webhook);
    }

    /** Has the box looked at. Whether the address is told now is decided by who does, holding the turn: what the caller has read of it may be over. */
    void look(UUID webhook) {
        Instant next = deliveries.nextDue(webhook);
        if (next != null) {
            dueWork.by(WebhookWorker.KIND, webhook, next);
        }
    }

    /** The turn is over: the box is looked at again when something in it is due, and not before. */
    void lookAgain(UUID webhook) {
        Instant next = deliveries.nextDue(webhook);
        if (next == null) {
            dueWork.done(WebhookWorker.KIND, List.of(webhook));
        } else {
            dueWork.again(WebhookWorker.KIND, webhook, next);
        }
    }
}
