package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.entity.DueWorkRows;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantEnding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Nothing is done for a tenant that was closed. */
@ApplicationScoped
public class WorkEnding implements TenantEnding {

    @Inject
    DueWorkRows rows;

    @Inject
    TenantContext context;

    @Override
    public Map<String, Long> end() {
        return Map.of("waitingWork", rows.removeAll(context.tenantId()));
    }
}
