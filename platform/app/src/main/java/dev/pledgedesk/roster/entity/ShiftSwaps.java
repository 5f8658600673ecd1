package dev.pledgedesk.roster.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;

/** Swaps of the tenant of the request. */
@ApplicationScoped
public class ShiftSwaps extends TenantRepository<ShiftSwap> {

    /** For the proxy. */
    protected ShiftSwaps() {
        this(null, null);
    }

    @Inject
    public ShiftSwaps(EntityManager entities, TenantContext context) {
        super(ShiftSwap.class, entities, context);
    }

    /** Those that somebody has asked for or is asked, or anybody's if {@code staff} is null; newest first, those alone that are open. */
    public List<ShiftSwap> open(UUID staff) {
        return query("select s from ShiftSwap s where s.tenantId = :tenant and s.state in ('asked', 'agreed') and (:anybody = true or s.staffId = :staff or s.takerId = :staff) order by s.id desc")
                .setParameter("anybody", staff == null).setParameter("staff", staff == null ? Ids.FIRST : staff).getResultList();
    }

    private TypedQuery<ShiftSwap> query(String text) {
        return entities().createQuery(text, ShiftSwap.class).setParameter("tenant", tenant());
    }
}
