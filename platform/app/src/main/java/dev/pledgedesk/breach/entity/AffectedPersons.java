package dev.pledgedesk.breach.entity;

import dev.pledgedesk.breach.NoticeState;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whose data have leaked, of the tenant of the request. */
@ApplicationScoped
public class AffectedPersons extends TenantRepository<AffectedPerson> {

    private static final String OF = "from AffectedPerson p where p.tenantId = :tenant and p.breachId = :breach";

    /** For the proxy. */
    protected AffectedPersons() {
        this(null, null);
    }

    @Inject
    public AffectedPersons(EntityManager entities, TenantContext context) {
        super(AffectedPerson.class, entities, context);
    }

    /** Those of a leak, in the order in which they were added. */
    public Page<AffectedPerson> page(UUID breach, PageRequest request) {
        return Page.of(entities().createQuery("select p " + OF + " and p.id > :after order by p.id", AffectedPerson.class).setParameter("tenant", tenant()).setParameter("breach", breach)
                .setParameter("after", Ids.parse(request.after()).orElse(Ids.FIRST)).setMaxResults(request.size() + 1).getResultList(), request.size(), p -> p.id().toString());
    }

    /** Who of some customers is among them already. */
    public Set<UUID> among(UUID breach, Collection<UUID> customers) {
        return customers.isEmpty() ? Set.of() : Set.copyOf(entities().createQuery("select p.customerId " + OF + " and p.customerId in :customers", UUID.class)
                .setParameter("tenant", tenant()).setParameter("breach", breach).setParameter("customers", customers).getResultList());
    }

    /** One of them. */
    public Optional<AffectedPerson> of(UUID breach, UUID customer) {
        return entities().createQuery("select p " + OF + " and p.customerId = :customer", AffectedPerson.class).setParameter("tenant", tenant()).setParameter("breach", breach)
                .setParameter("customer", customer).getResultStream().findFirst();
    }

    /** How many there are of each state. */
    public Map<NoticeState, Long> counts(UUID breach) {
        return counts(List.of(breach)).getOrDefault(breach, Map.of());
    }

    /** The same of several leaks, by leak; one without persons is left out. */
    public Map<UUID, Map<NoticeState, Long>> counts(Collection<UUID> breaches) {
        Map<UUID, Map<NoticeState, Long>> counts = new HashMap<>();
        if (!breaches.isEmpty()) {
            entities().createQuery("select p.breachId, p.notice, count(p) from AffectedPerson p where p.tenantId = :tenant and p.breachId in :breaches group by p.breachId, p.notice", Object[].class)
                    .setParameter("tenant", tenant()).setParameter("breaches", breaches).getResultList()
                    .forEach(row -> counts.computeIfAbsent((UUID) row[0], id -> new EnumMap<>(NoticeState.class)).put(NoticeState.of((String) row[1]), (Long) row[2]));
        }
        return counts;
    }

    /** Lets those wait for a letter who have none; gives how many. */
    public int queue(UUID breach) {
        return entities().createQuery("update AffectedPerson p set p.notice = :queued, p.version = p.version + 1 where p.tenantId = :tenant and p.breachId = :breach and p.notice = :none")
                .setParameter("queued", NoticeState.QUEUED.key()).setParameter("none", NoticeState.NONE.key()).setParameter("tenant", tenant()).setParameter("breach", breach).executeUpdate();
    }

    /** Some of those who wait for a letter. */
    public List<AffectedPerson> queued(UUID breach, int atMost) {
        return entities().createQuery("select p " + OF + " and p.notice = :queued order by p.id", AffectedPerson.class).setParameter("tenant", tenant()).setParameter("breach", breach)
                .setParameter("queued", NoticeState.QUEUED.key()).setMaxResults(atMost).getResultList();
    }

    public void remove(AffectedPerson person) {
        entities().remove(person);
    }

    /** Forgets what was read, so that many can be added in one go. */
    public void clear() {
        entities().flush();
        entities().clear();
    }
}
