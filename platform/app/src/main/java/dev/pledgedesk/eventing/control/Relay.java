package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.eventing.entity.OutboxEvent;
import dev.pledgedesk.eventing.entity.OutboxEvents;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Hands waiting events to their subscribers, each subscriber at its own pace. */
@ApplicationScoped
public class Relay {

    private static final int BATCH = 100;

    @Inject
    OutboxEvents events;

    @Inject
    TenantContext context;

    @Inject
    @Any
    Instance<EventSubscriber> subscribers;

    /** Kind of due work under which a subscriber's deliveries wait. */
    public static String kind(EventSubscriber subscriber) {
        return "event/" + subscriber.name();
    }

    /** One worker a subscriber. */
    public List<DueWorker> workers() {
        return StreamSupport.stream(subscribers.spliterator(), false).<DueWorker>map(Delivery::new).toList();
    }

    private final class Delivery implements DueWorker {

        private final EventSubscriber subscriber;

        private Delivery(EventSubscriber subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public String kind() {
            return Relay.kind(subscriber);
        }

        @Override
        public int batch() {
            return BATCH;
        }

        @Override
        public void work(List<UUID> ids) {
            List<OutboxEvent> found = events.findAll(ids);
            if (found.size() < ids.size()) {
                // Never silent: it comes again, and the log tells.
                throw new IllegalStateException((ids.size() - found.size()) + " of " + ids.size() + " events are not there");
            }
            subscriber.deliverAll(found.stream().sorted(Comparator.comparing(OutboxEvent::id)).map(row ->
                    new PublishedEvent(context.tenantId(), row.id(), row.type(), row.subjectId(), row.occurredAt(), row.actor(), row.payload())).toList());
        }
    }
}
