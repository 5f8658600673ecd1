package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.webhook.entity.Webhook;
import dev.pledgedesk.webhook.entity.WebhookRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts a message into the box of every address that wants to know what has happened. */
@ApplicationScoped
public class WebhookSubscriber implements EventSubscriber {

    @Inject
    WebhookRows webhooks;

    @Inject
    Box box;

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public boolean wants(String type) {
        // Asked when an event is published, inside its tenant: where nobody listens, nothing has to be delivered.
        return webhooks.listening().stream().anyMatch(w -> Box.wants(w, type));
    }

    @Override
    public void deliver(PublishedEvent event) {
        deliverAll(List.of(event));
    }

    @Override
    public void deliverAll(List<PublishedEvent> events) {
        for (Webhook webhook : webhooks.listening()) {
            box.put(webhook, events.stream().filter(e -> Box.wants(webhook, e.type())).toList());
        }
    }
}
