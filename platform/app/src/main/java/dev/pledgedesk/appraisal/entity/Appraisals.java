package dev.pledgedesk.appraisal.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Appraisals of the tenant of the request. */
@ApplicationScoped
public class Appraisals extends TenantRepository<Appraisal> {

    /** For the proxy. */
    protected Appraisals() {
        this(null, null);
    }

    @Inject
    public Appraisals(EntityManager entities, TenantContext context) {
        super(Appraisal.class, entities, context);
    }

    /** Newest first; of a scheme and a time if they are not null, of somebody likewise. */
    public Page<Appraisal> page(UUID staff, String scheme, LocalDate from, PageRequest request) {
        return Page.of(query("select a from Appraisal a where a.tenantId = :tenant and (:anybody = true or a.staffId = :staff) and (:any = true or a.scheme = :scheme) and (:ever = true or a.fromDay = :from)"
                + " and a.id < :before order by a.id desc").setParameter("anybody", staff == null).setParameter("staff", staff == null ? Ids.FIRST : staff).setParameter("any", scheme == null)
                .setParameter("scheme", scheme == null ? "" : scheme).setParameter("ever", from == null).setParameter("from", from == null ? LocalDate.EPOCH : from)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    /** All of a scheme and a time. */
    public List<Appraisal> of(String scheme, LocalDate from) {
        return query("select a from Appraisal a where a.tenantId = :tenant and a.scheme = :scheme and a.fromDay = :from").setParameter("scheme", scheme).setParameter("from", from).getResultList();
    }

    private TypedQuery<Appraisal> query(String text) {
        return entities().createQuery(text, Appraisal.class).setParameter("tenant", tenant());
    }
}
