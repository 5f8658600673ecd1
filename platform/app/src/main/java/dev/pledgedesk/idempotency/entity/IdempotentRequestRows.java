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

    /** Remembers a request; false if there is one of that caller and key already. */
    public boolean remember(UUID id, String caller, String key, byte[] hash, Instant now) {
        return entities().createNativeQuery("insert into idempotent_request (tenant_id, id, caller, key, request_hash, created_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (tenant_id, caller, key) do nothing")
                .setParameter(1, tenant()).setParameter(2, id).setParameter(3, caller).setParameter(4, key).setParameter(5, hash)
                .setParameter(6, Timestamp.from(now)).executeUpdate() == 1;
    }

    public Optional<IdempotentRequest> byKey(String caller, String key) {
        return entities().createQuery("select r from IdempotentRequest r where r.tenantId = :tenant and r.caller = :caller and r.key = :key",
                IdempotentRequest.class).setParameter("tenant", tenant()).setParameter("caller", caller).setParameter("key", key)
                .getResultStream().findFirst();
    }

    public void remove(UUID id) {
        find(id).ifPresent(entities()::remove);
    }
}
