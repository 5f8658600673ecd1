package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.complaint.CaseState;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What departments of the tenant of the request are asked about complaints. */
@ApplicationScoped
public class ComplaintCases extends TenantRepository<ComplaintCase> {

    /** For the proxy. */
    protected ComplaintCases() {
        this(null, null);
    }

    @Inject
    public ComplaintCases(EntityManager entities, TenantContext context) {
        super(ComplaintCase.class, entities, context);
    }

    /** Those of a complaint, the oldest first. */
    public List<ComplaintCase> of(UUID complaint) {
        return entities().createQuery("select c from ComplaintCase c where c.tenantId = :tenant and c.complaintId = :complaint order by c.id", ComplaintCase.class)
                .setParameter("tenant", tenant()).setParameter("complaint", complaint).getResultList();
    }

    /** The complaint that a department is asked about; refused as not found without such a case. */
    public UUID complaintOf(UUID id) {
        return entities().createQuery("select c.complaintId from ComplaintCase c where c.tenantId = :tenant and c.id = :id", UUID.class).setParameter("tenant", tenant()).setParameter("id", id)
                .getResultStream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Those of a department, or of all if it is null, newest first; the open ones alone if {@code openOnly}. */
    public Page<ComplaintCase> page(String department, boolean openOnly, PageRequest request) {
        return Page.of(entities().createQuery("select c from ComplaintCase c where c.tenantId = :tenant and (:department is null or c.department = :department) and (:all = true or c.state = :open) and c.id < :before"
                + " order by c.id desc", ComplaintCase.class).setParameter("tenant", tenant()).setParameter("department", department).setParameter("all", !openOnly)
                .setParameter("open", CaseState.OPEN.key()).setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(),
                request.size(), c -> c.id().toString());
    }
}
