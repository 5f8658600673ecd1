package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.EventSubscriber;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Listens twice to the tests' event: in the same transaction, where it may refuse, and after it. */
@ApplicationScoped
public class ProbeListener implements EventSubscriber {

    /** What arrived: the event, the tenant that was open. */
    public record Delivery(PublishedEvent event, UUID openTenant) {
    }

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

    @Inject
    TenantContext context;

    void refuse(@Observes ProbeHappened event) {
        if (event.refused()) {
            throw new IllegalArgumentException("refused by an observer");
        }
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public boolean wants(String type) {
        return ProbeHappened.TYPE.equals(type);
    }

    @Override
    public void deliver(PublishedEvent event) {
        deliveries.add(new Delivery(event, context.tenantId().value()));
    }

    /** Deliveries as they come. */
    public BlockingQueue<Delivery> deliveries() {
        return deliveries;
    }
}
