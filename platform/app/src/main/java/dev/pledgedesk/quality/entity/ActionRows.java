package dev.pledgedesk.quality.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.quality.ActionState;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Corrective actions of the tenant of the request. */
@ApplicationScoped
public class ActionRows extends TenantRepository<CorrectiveAction> {

    /** For the proxy. */
    protected ActionRows() {
        this(null, null);
    }

    @Inject
    public ActionRows(EntityManager entities, TenantContext context) {
        super(CorrectiveAction.class, entities, context);
    }

    /** Newest first; those alone whose effect is not known if {@code openOnly}. */
    public Page<CorrectiveAction> page(boolean openOnly, PageRequest request) {
        return Page.of(entities().createQuery("select a from CorrectiveAction a where a.tenantId = :tenant and (:all = true or a.state <> :effective) and a.id < :before order by a.id desc",
                CorrectiveAction.class).setParameter("tenant", tenant()).setParameter("all", !openOnly).setParameter("effective", ActionState.EFFECTIVE.key())
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    /** Those that an evaluation has given rise to, the oldest first. */
    public List<CorrectiveAction> ofEvaluation(UUID evaluation) {
        return entities().createQuery("select a from CorrectiveAction a where a.tenantId = :tenant and a.evaluationId = :evaluation order by a.id", CorrectiveAction.class).setParameter("tenant", tenant())
                .setParameter("evaluation", evaluation).getResultList();
    }
}
