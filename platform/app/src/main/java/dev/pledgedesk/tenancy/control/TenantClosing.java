package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantCertifier;
import dev.pledgedesk.tenancy.TenantChanged;
import dev.pledgedesk.tenancy.TenantClosed;
import dev.pledgedesk.tenancy.TenantEnding;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.entity.Tenant;
import dev.pledgedesk.tenancy.entity.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Closes the tenant whose scope is open, for ever: one transaction with its journal entry, the end of what ends with it, and the certificate. */
@ApplicationScoped
@Transactional
public class TenantClosing {

    @Inject
    TenantRegistry registry;

    @Inject
    @Any
    Instance<TenantEnding> endings;

    @Inject
    TenantCertifier certifier;

    @Inject
    Event<TenantClosed> closing;

    @Inject
    Event<TenantChanged> changed;

    @Inject
    DeskClock clock;

    /**
     * Closes it.
     *
     * @param confirmed the tenant's key, typed again
     * @param reason    why, for the journal
     */
    public TenantInfo close(TenantId id, String confirmed, String reason, String by) {
        Tenant tenant = registry.lock(id);
        tenant.requireOpen();
        if (!tenant.isSuspended()) {
            throw Problem.of(Problem.Kind.CONFLICT, "closure.not-suspended");
        }
        if (!tenant.key().equals(confirmed.strip())) {
            throw Problem.invalid(new FieldError("/confirm", "closure.not-confirmed", tenant.key()));
        }
        closing.fire(new TenantClosed(id, reason, by));
        registry.flush();
        Map<String, Long> destroyed = new TreeMap<>();
        endings.forEach(ending -> destroyed.putAll(ending.end()));
        Instant now = clock.now();
        tenant.close(now, certifier.certify(id, tenant.key(), now, destroyed));
        registry.replaceHosts(id, List.of());
        registry.flush();
        changed.fire(new TenantChanged(id));
        return registry.info(tenant);
    }
}
