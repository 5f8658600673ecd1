package dev.pledgedesk.eventing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pledgedesk.eventing.control.Relay;
import dev.pledgedesk.eventing.entity.OutboxEvent;
import dev.pledgedesk.eventing.entity.OutboxEvents;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Publishes events: part of the caller's transaction, so that an event is told if and only if its change was committed. */
@ApplicationScoped
public class Outbox {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Inject
    OutboxEvents events;

    @Inject
    DueWork dueWork;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    @Inject
    @Any
    Instance<EventSubscriber> subscribers;

    @Inject
    @Any
    Event<DeskEvent> sameTransaction;

    /** An event that was told; empty if there is none of that id. Part of the caller's transaction. */
    public Optional<PublishedEvent> find(UUID id) {
        return events.find(id).map(row -> new PublishedEvent(context.tenantId(), row.id(), row.type(), row.subjectId(), row.occurredAt(), row.actor(), row.payload()));
    }

    /**
     * Tells an event: first to observers in the same transaction, which may refuse by throwing, then through the outbox to subscribers.
     *
     * @param actor who did it, such as {@code staff/<id>}
     */
    public void publish(DeskEvent event, String actor) {
        sameTransaction.fire(event);
        var row = events.add(new OutboxEvent(Ids.next(), event.type(), event.subjectId(), clock.now(), actor, JSON.valueToTree(event)));
        List<String> wanted = StreamSupport.stream(subscribers.spliterator(), false).filter(subscriber -> subscriber.wants(event.type()))
                .map(Relay::kind).toList();
        if (!wanted.isEmpty()) {
            dueWork.now(wanted, row.id());
        }
    }
}
