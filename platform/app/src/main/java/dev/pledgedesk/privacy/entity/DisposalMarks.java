package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Marks of the tenant of the request. */
@ApplicationScoped
public class DisposalMarks extends TenantRepository<DisposalMark> {

    /** For the proxy. */
    protected DisposalMarks() {
        this(null, null);
    }

    @Inject
    public DisposalMarks(EntityManager entities, TenantContext context) {
        super(DisposalMark.class, entities, context);
    }

    /** Of a kind, in the order they were marked in, which is that in which they go. */
    public Page<DisposalMark> page(String kind, PageRequest request) {
        return Page.of(entities().createQuery("select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.id > :after order by m.id", DisposalMark.class)
                .setParameter("tenant", tenant()).setParameter("kind", kind).setParameter("after", Ids.parse(request.after()).orElse(Ids.FIRST)).setMaxResults(request.size() + 1)
                .getResultList(), request.size(), m -> m.id().toString());
    }

    /** Some of a kind that go by now. */
    public List<DisposalMark> due(String kind, Instant now, int atMost) {
        return entities().createQuery("select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.dueAt <= :now order by m.dueAt, m.id", DisposalMark.class)
                .setParameter("tenant", tenant()).setParameter("kind", kind).setParameter("now", now).setMaxResults(atMost).getResultList();
    }

    public long count(String kind) {
        return entities().createQuery("select count(m) from DisposalMark m where m.tenantId = :tenant and m.kind = :kind", Long.class).setParameter("tenant", tenant())
                .setParameter("kind", kind).getSingleResult();
    }

    /** Takes a mark away. */
    public void remove(DisposalMark mark) {
        entities().remove(mark);
    }

    /** Takes all marks of a kind away. */
    public int removeAll(String kind) {
        return entities().createQuery("delete from DisposalMark m where m.tenantId = :tenant and m.kind = :kind").setParameter("tenant", tenant()).setParameter("kind", kind).executeUpdate();
    }
}
