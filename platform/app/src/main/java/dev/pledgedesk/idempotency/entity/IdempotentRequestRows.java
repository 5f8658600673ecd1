package dev.pledgedesk.idempotency.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Remembered requests of the tenant of the request. */
@ApplicationScoped
public class IdempotentRequestRows extends TenantRepository<IdempotentRequest> {

    /** For the proxy. */
    protected IdempotentRequestRows() {
        this(null, null);
    }

    @Inject
    public IdempotentRequestRows(EntityManager entities, TenantContext context) {
        super(IdempotentRequest.class, entities, context);
    }

    /** Remembers a request; false if there is one of that caller and key already. Native SQL, because JPA would have to fail to find that out. */
    public boolean remember(IdempotentRequest request) {
        return entities().createNativeQuery("insert into idempotent_request (tenant_id, id, caller, key, request_hash, status, location, etag, answer, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, caller, key) do nothing")
                .setParameter(1, tenant()).setParameter(2, request.id()).setParameter(3, request.caller()).setParameter(4, request.key())
                .setParameter(5, request.requestHash()).setParameter(6, request.status()).setParameter(7, request.location())
                .setParameter(8, request.etag()).setParameter(9, request.answer().bytes()).setParameter(10, Timestamp.from(request.createdAt()))
                .executeUpdate() == 1;
    }

    public Optional<IdempotentRequest> byKey(String caller, String key) {
        return entities().createQuery("select r from IdempotentRequest r where r.tenantId = :tenant and r.caller = :caller and r.key = :key",
                IdempotentRequest.class).setParameter("tenant", tenant()).setParameter("caller", caller).setParameter("key", key)
                .getResultStream().findFirst();
    }

    /** Forgets what was asked before a time. */
    public void removeBefore(Instant time) {
        entities().createQuery("delete from IdempotentRequest r where r.tenantId = :tenant and r.createdAt < :time")
                .setParameter("tenant", tenant()).setParameter("time", time).executeUpdate();
    }
}
