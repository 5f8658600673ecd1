package dev.pledgedesk.notification.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Outgoing mails of the tenant of the request. */
@ApplicationScoped
public class OutgoingMails extends TenantRepository<OutgoingMail> {

    private static final String OVER = "o.createdAt < :before and o.state <> 'queued'";

    /** For the proxy. */
    protected OutgoingMails() {
        this(null, null);
    }

    @Inject
    public OutgoingMails(EntityManager entities, TenantContext context) {
        super(OutgoingMail.class, entities, context);
    }

    /** Removes those to a person; gives how many. */
    public int removeOf(UUID person) {
        return entities().createQuery("delete from OutgoingMail m where m.tenantId = :tenant and m.personId = :person").setParameter("tenant", tenant()).setParameter("person", person)
                .executeUpdate();
    }

    /** Some that wait no more and were written before that, in the order of their ids; without those that are marked as {@code kind} unless {@code marked}. */
    public List<UUID> overAfter(UUID after, Instant before, String kind, boolean marked, int atMost) {
        var query = entities().createQuery("select o.id from OutgoingMail o where o.tenantId = :tenant and o.id > :after and " + OVER
                + (marked ? "" : " and not exists (select m from DisposalMark m where m.tenantId = :tenant and m.kind = :kind and m.recordId = o.id)") + " order by o.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setParameter("before", before).setMaxResults(atMost);
        return (marked ? query : query.setParameter("kind", kind)).getResultList();
    }

    /** Those of some that wait no more and were written before that. */
    public List<UUID> over(Collection<UUID> ids, Instant before) {
        return entities().createQuery("select o.id from OutgoingMail o where o.tenantId = :tenant and o.id in :ids and " + OVER, UUID.class).setParameter("tenant", tenant())
                .setParameter("ids", ids).setParameter("before", before).getResultList();
    }

    /** Removes one. */
    public void remove(UUID id) {
        find(id).ifPresent(entities()::remove);
    }

    /** Newest first. */
    public Page<OutgoingMail> page(PageRequest request) {
        UUID after = Ids.parse(request.after()).orElse(null);
        var query = entities().createQuery("select m from OutgoingMail m where m.tenantId = :tenant" + (after == null ? "" : " and m.id < :after")
                + " order by m.id desc", OutgoingMail.class).setParameter("tenant", tenant()).setMaxResults(request.size() + 1);
        if (after != null) {
            query.setParameter("after", after);
        }
        return Page.of(query.getResultList(), request.size(), m -> m.id().toString());
    }
}
