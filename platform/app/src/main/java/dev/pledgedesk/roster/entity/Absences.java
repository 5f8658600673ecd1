package dev.pledgedesk.roster.entity;

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

/** Who of the tenant of the request is away. */
@ApplicationScoped
public class Absences extends TenantRepository<Absence> {

    /** For the proxy. */
    protected Absences() {
        this(null, null);
    }

    @Inject
    public Absences(EntityManager entities, TenantContext context) {
        super(Absence.class, entities, context);
    }

    /** Those that are granted and touch some days, both included. */
    public List<Absence> granted(LocalDate from, LocalDate to) {
        return query("select a from Absence a where a.tenantId = :tenant and a.state = 'granted' and a.toDay >= :from and a.fromDay <= :to order by a.fromDay").setParameter("from", from)
                .setParameter("to", to).getResultList();
    }

    /** Newest first; somebody's, or anybody's if {@code staff} is null; those alone that are to be decided if {@code openOnly}. */
    public Page<Absence> page(UUID staff, boolean openOnly, PageRequest request) {
        return Page.of(query("select a from Absence a where a.tenantId = :tenant and (:anybody = true or a.staffId = :staff) and (:all = true or a.state = 'asked') and a.id < :before order by a.id desc")
                .setParameter("anybody", staff == null).setParameter("staff", staff == null ? Ids.FIRST : staff).setParameter("all", !openOnly)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    private TypedQuery<Absence> query(String text) {
        return entities().createQuery(text, Absence.class).setParameter("tenant", tenant());
    }
}
