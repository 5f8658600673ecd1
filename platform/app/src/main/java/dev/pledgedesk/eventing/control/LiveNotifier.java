package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.LiveEvent;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.eventing.entity.LiveChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Passes what happens to tickets on to all nodes, for the pages that are open there. */
@ApplicationScoped
public class LiveNotifier implements EventSubscriber {

    @Inject
    LiveChannel channel;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("ticket.");
    }

    @Override
    public void deliver(PublishedEvent event) {
        deliverAll(List.of(event));
    }

    @Override
    public void deliverAll(List<PublishedEvent> events) {
        channel.tell(events.get(0).tenant(), events.stream().map(e -> new LiveEvent(e.type(), e.subjectId())).toList());
    }
}
