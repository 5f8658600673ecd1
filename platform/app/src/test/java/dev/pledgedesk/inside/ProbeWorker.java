package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Does work of the tests: writes a customer with the work's id, and fails the first time for ids it was told to. */
@ApplicationScoped
public class ProbeWorker implements DueWorker {

    static final String KIND = "probe-work";

    /** One attempt. */
    public record Attempt(UUID tenant, UUID id, boolean failed) {
    }

    private final BlockingQueue<Attempt> attempts = new LinkedBlockingQueue<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    @Inject
    TenantContext context;

    @Inject
    ProbeStore store;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            store.add(id, "en");
            boolean fails = failing.remove(id);
            attempts.add(new Attempt(context.tenantId().value(), id, fails));
            if (fails) {
                throw new IllegalStateException("told to fail");
            }
        }
    }

    /** The next attempt at this work fails. */
    public void failOnce(UUID id) {
        failing.add(id);
    }

    public BlockingQueue<Attempt> attempts() {
        return attempts;
    }
}
