package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The due-work table, which belongs to the platform and holds no content. Native SQL, because JPA cannot say SKIP LOCKED. */
@ApplicationScoped
public class DueWorkRows {

    /** Work that this worker may do until its lease ends; the lease's end also tells this claim from another one of the same work. */
    public record Claim(TenantId tenant, UUID id, int attempts, Instant until) {
    }

    /** How much of a kind is due, and since when the oldest of it. */
    public record Waiting(String kind, long due, Instant oldest) {
    }

    /** Nothing is done for a tenant that is being packed for another platform. */
    private static final String AWAKE = " and tenant_id not in (select id from tenant where packed_at is not null)";
    private static final String ADD = "insert into due_work (kind, tenant_id, id, due_at) select kind, ?, ?, ? from unnest(string_to_array(?, ' ')) kind"
            + " on conflict (kind, tenant_id, id) do ";
    private static final String EARLIER = ADD + "update set due_at = least(due_work.due_at, excluded.due_at)";
    private static final String MOVE = ADD + "update set due_at = excluded.due_at";
    /** Locks no row that is there, so that transactions asking for the same do not wait for each other. */
    private static final String LEAVE = ADD + "nothing";

    @Inject
    EntityManager entities;

    /**
     * Adds a row of each kind.
     *
     * @param kinds without spaces
     * @param move  whether a row that is there moves to the new time rather than keeping its own
     */
    public void put(Collection<String> kinds, TenantId tenant, UUID id, Instant due, boolean move) {
        add(move ? MOVE : LEAVE, kinds, tenant, id, due).executeUpdate();
    }

    /** Adds a row, or moves one that is there to an earlier time. */
    public void putEarlier(String kind, TenantId tenant, UUID id, Instant due) {
        add(EARLIER, List.of(kind), tenant, id, due).executeUpdate();
    }

    /** The tenant is stored; so nothing that the transaction has changed needs to be written first, and all of it is written at once in the end. */
    private Query add(String statement, Collection<String> kinds, TenantId tenant, UUID id, Instant due) {
        return entities.createNativeQuery(statement).setParameter(1, tenant.value()).setParameter(2, id).setParameter(3, Timestamp.from(due)).setParameter(4, String.join(" ", kinds)).setFlushMode(FlushModeType.COMMIT);
    }

    /** Kinds of which something is due and not leased. */
    @SuppressWarnings("unchecked")
    public List<String> dueKinds(Instant now) {
        return entities.createNativeQuery("select distinct kind from due_work where due_at <= ? and (leased_until is null or leased_until < ?)" + AWAKE)
                .setParameter(1, Timestamp.from(now)).setParameter(2, Timestamp.from(now)).getResultList();
    }

    /** What is due, leased or not, by kind. */
    @SuppressWarnings("unchecked")
    public List<Waiting> waiting(Instant now) {
        List<Object[]> rows = entities.createNativeQuery("select kind, count(*), min(due_at) from due_work where due_at <= ? group by kind")
                .setParameter(1, Timestamp.from(now)).getResultList();
        return rows.stream().map(r -> new Waiting((String) r[0], ((Number) r[1]).longValue(), ((Timestamp) r[2]).toInstant())).toList();
    }

    /** Claims what is due and not leased, oldest first; two workers never get the same row. */
    @SuppressWarnings("unchecked")
    public List<Claim> claim(String kind, Instant now, Duration lease, int atMost) {
        // As the column keeps it.
        Instant until = now.plus(lease).truncatedTo(ChronoUnit.MILLIS);
        List<Object[]> rows = entities.createNativeQuery("update due_work w set leased_until = ?, attempts = attempts + 1"
                        + " from (select kind, tenant_id, id, due_at from due_work where kind = ? and due_at <= ? and (leased_until is null or leased_until < ?)" + AWAKE
                        + " order by due_at limit ? for update skip locked) d"
                        + " where w.kind = d.kind and w.tenant_id = d.tenant_id and w.id = d.id returning w.tenant_id, w.id, w.attempts, d.due_at")
                .setParameter(1, Timestamp.from(until)).setParameter(2, kind).setParameter(3, Timestamp.from(now))
                .setParameter(4, Timestamp.from(now)).setParameter(5, atMost).getResultList();
        return rows.stream().sorted(java.util.Comparator.comparing((Object[] r) -> (Timestamp) r[3]).thenComparing(r -> (UUID) r[1]))
                .map(r -> new Claim(new TenantId((UUID) r[0]), (UUID) r[1], ((Number) r[2]).intValue(), until)).toList();
    }

    /** Gives claims another end, as far as they are still held and nobody is just removing them; null ends them at once. */
    public void extend(String kind, List<Claim> claims, Instant until) {
        entities.createNativeQuery("update due_work w set leased_until = cast(? as timestamptz)"
                        + " from (select kind, tenant_id, id from due_work where kind = ? and leased_until = ? and id = any(cast(? as uuid[])) for update skip locked) d"
                        + " where w.kind = d.kind and w.tenant_id = d.tenant_id and w.id = d.id")
                .setParameter(1, until == null ? null : until.toString()).setParameter(2, kind).setParameter(3, Timestamp.from(claims.get(0).until()))
                .setParameter(4, claims.stream().map(c -> c.id().toString()).collect(Collectors.joining(",", "{", "}"))).executeUpdate();
    }

    /** Removes rows; gives the ids of those that were there, because the effect of the others has happened already. */
    @SuppressWarnings("unchecked")
    public Set<UUID> remove(String kind, TenantId tenant, Collection<UUID> ids) {
        return Set.copyOf(entities.createNativeQuery("delete from due_work where kind = ? and tenant_id = ? and id = any(cast(? as uuid[])) returning id")
                .setParameter(1, kind).setParameter(2, tenant.value())
                .setParameter(3, ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))).getResultList());
    }

    /** Removes everything of a tenant; gives how much there was. */
    public long removeAll(TenantId tenant) {
        return entities.createNativeQuery("delete from due_work where tenant_id = ?").setParameter(1, tenant.value()).executeUpdate();
    }

    /** Gives a claim back, to be tried again at a time. */
    public void postpone(String kind, TenantId tenant, UUID id, Instant due) {
        entities.createNativeQuery("update due_work set due_at = ?, leased_until = null where kind = ? and tenant_id = ? and id = ?")
                .setParameter(1, Timestamp.from(due)).setParameter(2, kind).setParameter(3, tenant.value()).setParameter(4, id)
                .executeUpdate();
    }
}
