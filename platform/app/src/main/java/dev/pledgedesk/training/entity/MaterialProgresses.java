package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How far staff of the tenant of the request are with materials. */
@ApplicationScoped
public class MaterialProgresses extends TenantRepository<MaterialProgress> {

    /** For the proxy. */
    protected MaterialProgresses() {
        this(null, null);
    }

    @Inject
    public MaterialProgresses(EntityManager entities, TenantContext context) {
        super(MaterialProgress.class, entities, context);
    }

    /** Of somebody with some materials. */
    public List<MaterialProgress> of(UUID staff, Collection<UUID> materials) {
        return materials.isEmpty() ? List.of() : query("select p from MaterialProgress p where p.tenantId = :tenant and p.staffId = :staff and p.materialId in :materials").setParameter("staff", staff)
                .setParameter("materials", materials).getResultList();
    }

    private TypedQuery<MaterialProgress> query(String text) {
        return entities().createQuery(text, MaterialProgress.class).setParameter("tenant", tenant());
    }
}
