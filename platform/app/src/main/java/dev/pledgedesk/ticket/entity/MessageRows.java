package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Messages of the tenant of the request. */
@ApplicationScoped
public class MessageRows extends TenantRepository<Message> {

    /** For the proxy. */
    protected MessageRows() {
        this(null, null);
    }

    @Inject
    public MessageRows(EntityManager entities, TenantContext context) {
        super(Message.class, entities, context);
    }

    /** The newest messages of a ticket, the newest first. */
    public List<Message> newest(UUID ticketId, int most) {
        return entities().createQuery("select m from Message m where m.tenantId = :tenant and m.ticketId = :ticket order by m.id desc", Message.class).setParameter("tenant", tenant())
                .setParameter("ticket", ticketId).setMaxResults(most).getResultList();
    }

    /** Messages of a ticket, oldest first; without internal notes unless they are wanted. */
    public Page<Message> page(UUID ticketId, boolean internalToo, PageRequest request) {
        UUID after = Ids.parse(request.after()).orElse(null);
        var query = entities().createQuery("select m from Message m where m.tenantId = :tenant and m.ticketId = :ticket"
                + (internalToo ? "" : " and m.kind = '" + Message.PUBLIC_REPLY + "'") + (after == null ? "" : " and m.id > :after")
                + " order by m.id", Message.class).setParameter("tenant", tenant()).setParameter("ticket", ticketId)
                .setMaxResults(request.size() + 1);
        if (after != null) {
            query.setParameter("after", after);
        }
        return Page.of(query.getResultList(), request.size(), m -> m.id().toString());
    }
}
