package dev.pledgedesk.identity.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers and guests of the tenant of the request. */
@ApplicationScoped
public class CustomerRecords extends TenantRepository<CustomerRecord> {

    /** For the proxy. */
    protected CustomerRecords() {
        this(null, null);
    }

    @Inject
    public CustomerRecords(EntityManager entities, TenantContext context) {
        super(CustomerRecord.class, entities, context);
    }

    /** The customer with a mail address, by its blind indexes. */
    public Optional<CustomerRecord> byEmail(List<byte[]> indexes) {
        return entities().createQuery("select c from CustomerRecord c where c.tenantId = :tenant and c.emailIndex in :indexes", CustomerRecord.class)
                .setParameter("tenant", tenant()).setParameter("indexes", indexes).getResultStream().findFirst();
    }

    /** The customer with that id, for this transaction alone until it ends; refused as not found if there is none. */
    public CustomerRecord locked(UUID id) {
        return entities().createQuery("select c from CustomerRecord c where c.tenantId = :tenant and c.id = :id", CustomerRecord.class).setParameter("tenant", tenant())
                .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Id of the tenant's nameless customer, if somebody has needed him yet. Native SQL: only a literal condition finds the small index. */
    @SuppressWarnings("unchecked")
    public Optional<UUID> anonymous() {
        return entities().createNativeQuery("select id from customer where tenant_id = ? and anonymous").setParameter(1, tenant()).getResultStream()
                .findFirst();
    }

    /** Adds the nameless customer unless somebody else just did; then waits until that is committed. */
    public void addAnonymous(UUID id, Sealed name, Instant now) {
        entities().createNativeQuery("insert into customer (tenant_id, id, name, anonymous, created_at, version) values (?, ?, ?, true, ?, 1)"
                        + " on conflict (tenant_id) where anonymous do nothing")
                .setParameter(1, tenant()).setParameter(2, id).setParameter(3, name.bytes()).setParameter(4, Timestamp.from(now)).executeUpdate();
    }

    /** Customers with a phone number, by its blind indexes; a number may be shared. */
    public List<CustomerRecord> byPhone(List<byte[]> indexes) {
        return entities().createQuery("select c from CustomerRecord c where c.tenantId = :tenant and c.phoneIndex in :indexes order by c.id",
                        CustomerRecord.class).setParameter("tenant", tenant()).setParameter("indexes", indexes).setMaxResults(20).getResultList();
    }

    /** Customers with one of these tokens of their names, the first added first. Native SQL: JPA has no word for what the index answers. */
    @SuppressWarnings("unchecked")
    public List<CustomerRecord> byName(List<String> tokens, int atMost) {
        Set<UUID> found = new LinkedHashSet<>();
        for (String token : tokens) {
            found.addAll(entities().createNativeQuery("select id from customer where tenant_id = ? and name_tokens @> cast(? as jsonb) order by id limit ?").setParameter(1, tenant())
                    .setParameter(2, "[\"" + token + "\"]").setParameter(3, atMost).getResultList());
        }
        return findAll(found.stream().limit(atMost).toList()).stream().sorted(Comparator.comparing(CustomerRecord::id)).toList();
    }

    /** Those who are neither anonymous nor forgotten, in the order of their ids, from the one after {@code after} on. */
    public List<UUID> known(UUID after, int atMost) {
        return entities().createQuery("select c.id from CustomerRecord c where c.tenantId = :tenant and c.id > :after and c.anonymous = false and c.erasedAt is null order by c.id", UUID.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setMaxResults(atMost).getResultList();
    }
}
