package dev.pledgedesk.tenancy.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the rows of a tenant as they are, sealed, and writes them into another database (functions {@code export_rows} and {@code arrive_rows}). Everything moves but sessions and
 * what else lives for minutes, and what the platform says of its own keys.
 */
@ApplicationScoped
public class TransferRows {

    private static final String WORK = "due_work";
    private static final String TABLES = "select cast(c.relname as text), cast(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attname) as text)"
            + " from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relnamespace = cast('desk' as regnamespace) and c.relkind = 'r'"
            + " and (c.relrowsecurity or c.relname = 'due_work') and c.relname not in ('session', 'sign_in_code', 'sign_in_code_request', 'sign_in_tries', 'sign_in_departure',"
            + " 'idempotent_request', 'tenant_sealed') group by c.relname order by c.relname";
    private static final String REFERENCES = "select distinct cast(a.relname as text), cast(b.relname as text) from pg_constraint k join pg_class a on a.oid = k.conrelid"
            + " join pg_class b on b.oid = k.confrelid where k.contype = 'f' and k.conrelid <> k.confrelid and k.connamespace = cast('desk' as regnamespace)";

    @Inject
    EntityManager entities;

    @Inject
    ExportRows rows;

    @Inject
    TenantContext context;

    /** The tables, each after those that it refers to, with their columns in words that are the same where the tables are the same. */
    @SuppressWarnings("unchecked")
    public Map<String, String> tables() {
        Map<String, String> columns = new LinkedHashMap<>();
        ((List<Object[]>) entities.createNativeQuery(TABLES).getResultList()).forEach(r -> columns.put((String) r[0], (String) r[1]));
        Map<String, Set<String>> references = new HashMap<>();
        ((List<Object[]>) entities.createNativeQuery(REFERENCES).getResultList()).stream().filter(r -> columns.containsKey((String) r[1]))
                .forEach(r -> references.computeIfAbsent((String) r[0], table -> new HashSet<>()).add((String) r[1]));
        Map<String, String> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            List<String> next = new ArrayList<>(columns.keySet().stream().filter(t -> !ordered.containsKey(t) && ordered.keySet().containsAll(references.getOrDefault(t, Set.of()))).toList());
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + columns.keySet());
            }
            next.forEach(table -> ordered.put(table, columns.get(table)));
        }
        return ordered;
    }

    /** The rows of a table after a key, null for the first. */
    @SuppressWarnings("unchecked")
    public Batch read(String table, String after) {
        if (!table.equals(WORK)) {
            return rows.read(table, after);
        }
        // Not behind the policy, because workers look for it across tenants; there is little of it at a time.
        List<String> lines = entities.createNativeQuery("select cast(to_jsonb(w) - 'leased_until' as text) from due_work w where tenant_id = ? order by kind, id")
                .setParameter(1, context.tenantId().value()).getResultList();
        return new Batch(lines, null);
    }

    /** Whether background work of the tenant is under way; waits for whoever is just claiming or doing some. */
    @SuppressWarnings("unchecked")
    public boolean isAtWork(Instant now) {
        List<Timestamp> leases = entities.createNativeQuery("select leased_until from due_work where tenant_id = ? for update").setParameter(1, context.tenantId().value()).getResultList();
        return leases.stream().anyMatch(until -> until != null && until.toInstant().isAfter(now));
    }

    /** Writes rows of the tenant of the request; gives how many of them were its own, the others are left out. */
    public long write(String table, List<String> lines) {
        return ((Number) entities.createNativeQuery("select arrive_rows(?, cast(? as jsonb))").setParameter(1, table).setParameter(2, "[" + String.join(",", lines) + "]")
                .getSingleResult()).longValue();
    }

    /** From now on whether a ticket refers to a ticket is checked at the end of the transaction. */
    public void beginWriting() {
        entities.createNativeQuery("set constraints all deferred").executeUpdate();
    }

    /** Draws the next number of a ticket, after which the numbers go on elsewhere. */
    public long nextNumber() {
        return ((Number) entities.createNativeQuery("select next_ticket_number()").getSingleResult()).longValue();
    }

    /** The numbers of tickets go on after this one. */
    public void skipNumbers(long last) {
        entities.createNativeQuery("select skip_ticket_numbers(?)").setParameter(1, last).getSingleResult();
    }
}
