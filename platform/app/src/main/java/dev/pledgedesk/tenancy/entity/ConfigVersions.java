package dev.pledgedesk.tenancy.entity;

import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Configuration versions of the tenant of the request. */
@ApplicationScoped
public class ConfigVersions {

    @Inject
    EntityManager entities;

    @Inject
    TenantContext context;

    public Optional<ConfigVersion> find(int number) {
        return Optional.ofNullable(entities.find(ConfigVersion.class, new ConfigVersion.Key(context.tenantId().value(), number)));
    }

    /** Newest first. */
    public List<ConfigVersion> all() {
        return entities.createQuery("select v from ConfigVersion v where v.tenantId = :tenant order by v.number desc", ConfigVersion.class)
                .setParameter("tenant", context.tenantId().value()).getResultList();
    }

    public void add(ConfigVersion version) {
        entities.persist(version);
    }
}
