package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Materials of the tenant of the request. */
@ApplicationScoped
public class TrainingMaterials extends TenantRepository<TrainingMaterial> {

    /** For the proxy. */
    protected TrainingMaterials() {
        this(null, null);
    }

    @Inject
    public TrainingMaterials(EntityManager entities, TenantContext context) {
        super(TrainingMaterial.class, entities, context);
    }

    /** Those of a course in their order, without what files hold. */
    public List<Object[]> of(String course) {
        return entities().createQuery("select m.id, m.kind, m.title, m.address, m.fileName, m.fileType, m.version from TrainingMaterial m where m.tenantId = :tenant and m.course = :course"
                + " order by m.place, m.id", Object[].class).setParameter("tenant", tenant()).setParameter("course", course).getResultList();
    }

    public void remove(TrainingMaterial material) {
        entities().remove(material);
    }
}
