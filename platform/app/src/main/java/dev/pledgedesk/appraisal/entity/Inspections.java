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
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Inspections of the tenant of the request. */
@ApplicationScoped
public class Inspections extends TenantRepository<Inspection> {

    /** For the proxy. */
    protected Inspections() {
        this(null, null);
    }

    @Inject
    public Inspections(EntityManager entities, TenantContext context) {
        super(Inspection.class, entities, context);
    }

    /** Those of others than somebody that are to be done, or those that are; newest first. */
    public Page<Inspection> ofOthers(UUID staff, boolean open, PageRequest request) {
        return page("i.staffId <> :staff", staff, open, request);
    }

    /** Somebody's that are done, without second looks; newest first. */
    public Page<Inspection> of(UUID staff, PageRequest request) {
        return page("i.staffId = :staff and i.firstId is null", staff, false, request);
    }

    private Page<Inspection> page(String whose, UUID staff, boolean open, PageRequest request) {
        return Page.of(query("select i from Inspection i where i.tenantId = :tenant and " + whose + " and ((:open = true and i.at is null) or (:open = false and i.at is not null))"
                + " and i.id < :before order by i.id desc").setParameter("staff", staff).setParameter("open", open)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), i -> i.id().toString());
    }

    /** Those that were done in a half-open time, but not those that others are held against. */
    public List<Inspection> done(Instant from, Instant until) {
        return query("select i from Inspection i where i.tenantId = :tenant and i.at >= :from and i.at < :until and i.firstId is null").setParameter("from", from).setParameter("until", until).getResultList();
    }

    /** The one that is held against a first one. */
    public Optional<Inspection> second(UUID first) {
        return query("select i from Inspection i where i.tenantId = :tenant and i.firstId = :first").setParameter("first", first).getResultStream().findFirst();
    }

    /** Those that are held against first ones. */
    public List<Inspection> seconds(Collection<UUID> firsts) {
        return firsts.isEmpty() ? List.of() : query("select i from Inspection i where i.tenantId = :tenant and i.firstId in :firsts").setParameter("firsts", firsts).getResultList();
    }

    /** Which of some tickets have been drawn for a form already. */
    public Set<UUID> drawn(String form, Collection<UUID> tickets) {
        Set<UUID> drawn = new HashSet<>();
        portions(tickets).forEach(some -> drawn.addAll(entities().createQuery("select i.ticketId from Inspection i where i.tenantId = :tenant and i.form = :form and i.firstId is null and i.ticketId in :tickets",
                UUID.class).setParameter("tenant", tenant()).setParameter("form", form).setParameter("tickets", some).getResultList()));
        return drawn;
    }

    private TypedQuery<Inspection> query(String text) {
        return entities().createQuery(text, Inspection.class).setParameter("tenant", tenant());
    }
}
