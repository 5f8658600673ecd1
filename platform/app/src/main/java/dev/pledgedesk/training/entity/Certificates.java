package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Certificates of the tenant of the request. */
@ApplicationScoped
public class Certificates extends TenantRepository<Certificate> {

    /** For the proxy. */
    protected Certificates() {
        this(null, null);
    }

    @Inject
    public Certificates(EntityManager entities, TenantContext context) {
        super(Certificate.class, entities, context);
    }

    /** Keys of the qualifications that some people hold now. Every assignment asks: nothing is written first, and for one person the statement is always the same. */
    public Map<UUID, Set<String>> held(Collection<UUID> staff, Instant now) {
        String whose = staff.size() == 1 ? "c.staffId = :staff" : "c.staffId in :staff";
        Map<UUID, Set<String>> held = new HashMap<>();
        entities().createQuery("select c.staffId, c.qualification from Certificate c where c.tenantId = :tenant and " + whose + " and c.revokedAt is null and (c.validUntil is null or c.validUntil > :now)", Object[].class)
                .setFlushMode(FlushModeType.COMMIT).setParameter("tenant", tenant()).setParameter("staff", staff.size() == 1 ? staff.iterator().next() : staff).setParameter("now", now).getResultList()
                .forEach(row -> held.computeIfAbsent((UUID) row[0], who -> new HashSet<>()).add((String) row[1]));
        return held;
    }

    /** All of some people, the newest first. */
    public List<Certificate> of(Collection<UUID> staff) {
        return staff.isEmpty() ? List.of() : query("select c from Certificate c where c.tenantId = :tenant and c.staffId in :staff order by c.id desc").setParameter("staff", staff).getResultList();
    }

    /** Newest first. */
    public Page<Certificate> page(PageRequest request) {
        return Page.of(query("select c from Certificate c where c.tenantId = :tenant and c.id < :before order by c.id desc").setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST))
                .setMaxResults(request.size() + 1).getResultList(), request.size(), c -> c.id().toString());
    }

    public Optional<Certificate> byCode(String code) {
        return query("select c from Certificate c where c.tenantId = :tenant and c.code = :code").setParameter("code", code).getResultStream().findFirst();
    }

    private TypedQuery<Certificate> query(String text) {
        return entities().createQuery(text, Certificate.class).setParameter("tenant", tenant());
    }
}
