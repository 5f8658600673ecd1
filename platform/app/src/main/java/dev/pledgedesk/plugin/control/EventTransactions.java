package dev.pledgedesk.plugin.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.eventing.PublishedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What is read before plugins are told of an event, and what is written after. */
@ApplicationScoped
@Transactional
public class EventTransactions {

    @Inject
    Outbox outbox;

    @Inject
    DueWork dueWork;

    /** The event; null if it is not there any more. */
    PublishedEvent find(UUID id) {
        return outbox.find(id).orElse(null);
    }

    void done(UUID id) {
        dueWork.done(EventWorker.KIND, List.of(id));
    }
}
