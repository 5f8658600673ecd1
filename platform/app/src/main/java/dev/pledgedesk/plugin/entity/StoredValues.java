package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What plugins keep for the tenant of the request. */
@ApplicationScoped
public class StoredValues extends TenantRepository<StoredValue> {

    /** For the proxy. */
    protected StoredValues() {
        this(null, null);
    }

    @Inject
    public StoredValues(EntityManager entities, TenantContext context) {
        super(StoredValue.class, entities, context);
    }

    /** One by its name. */
    public Optional<StoredValue> named(UUID store, String name) {
        return entities().createQuery("select v from StoredValue v where v.tenantId = :tenant and v.storeId = :store and v.name = :name", StoredValue.class).setParameter("tenant", tenant())
                .setParameter("store", store).setParameter("name", name).getResultStream().findFirst();
    }

    /** Those whose names are within bounds, in the order of their names. */
    public List<StoredValue> between(UUID store, String after, String before, int most) {
        return entities().createQuery("select v from StoredValue v where v.tenantId = :tenant and v.storeId = :store and v.name > :after and v.name < :before order by v.name", StoredValue.class)
                .setParameter("tenant", tenant()).setParameter("store", store).setParameter("after", after).setParameter("before", before).setMaxResults(most).getResultList();
    }

    /** Removes one. */
    public void remove(StoredValue value) {
        entities().remove(value);
    }

    /** Removes all of a store. */
    public void clear(UUID store) {
        entities().createQuery("delete from StoredValue v where v.tenantId = :tenant and v.storeId = :store").setParameter("tenant", tenant()).setParameter("store", store).executeUpdate();
    }
}
