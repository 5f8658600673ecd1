package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequestState;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Requests of the tenant of the request. */
@ApplicationScoped
public class DataRequestRecords extends TenantRepository<DataRequestRecord> {

    private static final List<String> WAITING = List.of(DataRequestState.OPEN.key(), DataRequestState.APPEALED.key());

    /** For the proxy. */
    protected DataRequestRecords() {
        this(null, null);
    }

    @Inject
    public DataRequestRecords(EntityManager entities, TenantContext context) {
        super(DataRequestRecord.class, entities, context);
    }

    /** A customer's, newest first. */
    public List<DataRequestRecord> of(UUID customerId) {
        return entities().createQuery("select r from DataRequestRecord r where r.tenantId = :tenant and r.customerId = :customer order by r.id desc", DataRequestRecord.class)
                .setParameter("tenant", tenant()).setParameter("customer", customerId).getResultList();
    }

    /** Whether one of a kind of a customer's waits for a decision. */
    public boolean isWaiting(UUID customerId, DataRequestKind kind) {
        return of(customerId).stream().anyMatch(r -> r.kind() == kind && r.state().isWaiting());
    }

    /** Those of some customers who wait for a decision. */
    public List<UUID> waitingOf(Collection<UUID> customerIds) {
        return customerIds.isEmpty() ? List.of() : entities().createQuery("select r.customerId from DataRequestRecord r where r.tenantId = :tenant and r.customerId in :customers"
                + " and r.state in :states", UUID.class).setParameter("tenant", tenant()).setParameter("customers", customerIds).setParameter("states", WAITING).getResultList();
    }

    /** Newest first; those alone that wait for a decision if {@code waiting}, of one customer alone if {@code customerId} is not null. */
    public Page<DataRequestRecord> page(boolean waiting, UUID customerId, PageRequest request) {
        var query = entities().createQuery("select r from DataRequestRecord r where r.tenantId = :tenant and r.id < :before" + (waiting ? " and r.state in :states" : "")
                + (customerId == null ? "" : " and r.customerId = :customer") + " order by r.id desc", DataRequestRecord.class)
                .setParameter("tenant", tenant()).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1);
        if (waiting) {
            query.setParameter("states", WAITING);
        }
        if (customerId != null) {
            query.setParameter("customer", customerId);
        }
        return Page.of(query.getResultList(), request.size(), r -> r.id().toString());
    }
}
