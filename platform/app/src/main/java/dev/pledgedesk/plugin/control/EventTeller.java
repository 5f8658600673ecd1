package dev.pledgedesk.plugin.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.sdk.ExtensionPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hears of what happened to tickets and asks for it to be told to the tenant's plugins, after this transaction and by another one. */
@ApplicationScoped
public class EventTeller implements EventSubscriber {

    private static final String TICKETS = "ticket.";

    @Inject
    DueWork dueWork;

    @Inject
    Instances instances;

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public boolean wants(String type) {
        // Asked when an event is published, inside its tenant: where nobody listens, nothing has to be delivered.
        return type.startsWith(TICKETS) && instances.any(ExtensionPoint.EVENT_LISTENER);
    }

    @Override
    public void deliver(PublishedEvent event) {
        dueWork.now(EventWorker.KIND, event.id());
    }
}
