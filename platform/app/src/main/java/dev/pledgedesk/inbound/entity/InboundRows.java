package dev.pledgedesk.inbound.entity;

import dev.pledgedesk.inbound.InboundState;
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
import java.util.UUID;

/** Messages that came in to the tenant of the request. */
@ApplicationScoped
public class InboundRows extends TenantRepository<InboundMessage> {

    /** For the proxy. */
    protected InboundRows() {
        this(null, null);
    }

    @Inject
    public InboundRows(EntityManager entities, TenantContext context) {
        super(InboundMessage.class, entities, context);
    }

    /** Whether a message of a channel came in before. */
    public boolean isKnown(String channel, String externalId) {
        return entities().createQuery("select count(m) from InboundMessage m where m.tenantId = :tenant and m.channel = :channel and m.externalId = :external", Long.class).setParameter("tenant", tenant())
                .setParameter("channel", channel).setParameter("external", externalId).getSingleResult() > 0;
    }

    /** How many of a person's took effect by themselves since then. */
    public long countOf(UUID person, Instant since) {
        return entities().createQuery("select count(m) from InboundMessage m where m.tenantId = :tenant and m.personId = :person and m.receivedAt > :since and m.state in ('joined', 'filed')", Long.class)
                .setParameter("tenant", tenant()).setParameter("person", person).setParameter("since", since).getSingleResult();
    }

    /** How many tickets a channel has made since then. */
    public long countFiled(String channel, Instant since) {
        return entities().createQuery("select count(m) from InboundMessage m where m.tenantId = :tenant and m.channel = :channel and m.receivedAt > :since and m.state = 'filed'", Long.class)
                .setParameter("tenant", tenant()).setParameter("channel", channel).setParameter("since", since).getSingleResult();
    }

    /** Those in a state, or all (null), the newest first. */
    public Page<InboundMessage> page(InboundState state, PageRequest request) {
        UUID before = request.after() == null ? Ids.LAST : Ids.parse(request.after()).orElse(Ids.FIRST);
        var query = entities().createQuery("select m from InboundMessage m where m.tenantId = :tenant and m.id < :before" + (state == null ? "" : " and m.state = :state") + " order by m.id desc",
                InboundMessage.class).setParameter("tenant", tenant()).setParameter("before", before).setMaxResults(request.size() + 1);
        if (state != null) {
            query.setParameter("state", state.key());
        }
        return Page.of(query.getResultList(), request.size(), m -> m.id().toString());
    }

    /** Those of a person. */
    public List<InboundMessage> of(UUID person) {
        return entities().createQuery("select m from InboundMessage m where m.tenantId = :tenant and m.personId = :person", InboundMessage.class).setParameter("tenant", tenant()).setParameter("person", person)
                .getResultList();
    }
}
