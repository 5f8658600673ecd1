package dev.pledgedesk.notification.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Outgoing mails of the tenant of the request. */
@ApplicationScoped
public class OutgoingMails extends TenantRepository<OutgoingMail> {

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

    /** The newest that a channel calls by a name. */
    public Optional<OutgoingMail> byReference(String reference) {
        return entities().createQuery("select m from OutgoingMail m where m.tenantId = :tenant and m.reference = :reference order by m.id desc", OutgoingMail.class).setParameter("tenant", tenant())
                .setParameter("reference", reference).setMaxResults(1).getResultStream().findFirst();
    }

    /** The channel that has taken the last message of a way. */
    public Optional<String> lastCarried(String way) {
        return entities().createQuery("select m.carrier from OutgoingMail m where m.tenantId = :tenant and m.way = :way and m.carrier is not null order by m.id desc", String.class).setParameter("tenant", tenant())
                .setParameter("way", way).setMaxResults(1).getResultStream().findFirst();
    }

    /** The last text message to a person that is about a ticket. */
    public Optional<OutgoingMail> lastTextTo(UUID person) {
        return entities().createQuery("select m from OutgoingMail m where m.tenantId = :tenant and m.personId = :person and m.way = 'text' and m.ticketId is not null order by m.id desc", OutgoingMail.class)
                .setParameter("tenant", tenant()).setParameter("person", person).setMaxResults(1).getResultStream().findFirst();
    }

    public void remove(OutgoingMail mail) {
        entities().remove(mail);
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
