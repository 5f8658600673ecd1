package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What every repository of tenant-owned rows does: the tenant of the request is in every key and predicate, beside the database's own lock.
 *
 * @param <E> the entity
 */
public abstract class TenantRepository<E extends TenantOwned> {

    private static final int PORTION = 10_000;

    private final Class<E> type;
    private final EntityManager entities;
    private final TenantContext context;

    protected TenantRepository(Class<E> type, EntityManager entities, TenantContext context) {
        this.type = type;
        this.entities = entities;
        this.context = context;
    }

    /** Stores a new row for the tenant of the request. */
    public E add(E entity) {
        entity.stamp(tenant());
        entities.persist(entity);
        return entity;
    }

    /** The row with that id, if the tenant of the request has it. */
    public Optional<E> find(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(entities.find(type, new TenantKey(tenant(), id)));
    }

    /** As {@link #find}; absent rows and rows of other tenants are refused alike, as not found. */
    public E get(UUID id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    /** As {@link #get}, held against others until the transaction ends. */
    public E held(UUID id) {
        return findHeld(id).orElseThrow(Problem::notFound);
    }

    /** As {@link #find}, held against others until the transaction ends. */
    public Optional<E> findHeld(UUID id) {
        return Optional.ofNullable(entities.find(type, new TenantKey(tenant(), id), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The rows of these ids, in no order; ids of other tenants are left out. */
    public List<E> findAll(Collection<UUID> ids) {
        if (ids.size() <= 1) {
            // By its key a row that this transaction has read already is not read again.
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        }
        return entities.createQuery("select e from " + type.getSimpleName() + " e where e.tenantId = :tenant and e.id in :ids", type)
                .setParameter("tenant", tenant()).setParameter("ids", ids).getResultList();
    }

    /** Some rows in the order of their ids, from the one after {@code id} on. */
    public List<E> after(UUID id, int atMost) {
        return entities.createQuery("select e from " + type.getSimpleName() + " e where e.tenantId = :tenant and e.id > :id order by e.id", type)
                .setParameter("tenant", tenant()).setParameter("id", id).setMaxResults(atMost).getResultList();
    }

    /** Writes what has changed so far, so that the new version and any refusal of the database are known now. */
    public void flush() {
        entities.flush();
    }

    protected EntityManager entities() {
        return entities;
    }

    protected UUID tenant() {
        return context.tenantId().value();
    }

    /** Parts of a collection that are small enough for one query: a statement takes 65,535 parameters at the most. */
    protected static <T> List<List<T>> portions(Collection<T> all) {
        List<T> list = new ArrayList<>(all);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PORTION) {
            portions.add(list.subList(from, Math.min(list.size(), from + PORTION)));
        }
        return portions;
    }
}
