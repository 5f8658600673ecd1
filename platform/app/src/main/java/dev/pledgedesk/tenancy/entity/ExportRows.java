package dev.pledgedesk.tenancy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/**
 * Reads any tenant-owned table as JSON lines, under the tenant's policy. The database makes the statement from the catalogue (function
 * {@code export_rows}), so that no SQL is put together here and no table can be forgotten.
 */
@ApplicationScoped
public class ExportRows {

    /** Some lines; {@code next} is where to go on, null at the end. */
    public record Batch(List<String> lines, String next) {
    }

    private static final int SIZE = 500;
    /** Rows that are large are read a few at a time. */
    private static final Map<String, Integer> SIZES = Map.of("attachment_chunk", 16);

    @Inject
    EntityManager entities;

    /** Names of all tables with tenants' rows, sorted; without those that hold nothing but keys to the door. */
    @SuppressWarnings("unchecked")
    public List<String> tables() {
        return entities.createNativeQuery("select cast(c.relname as text) from pg_class c where c.relnamespace = cast('desk' as regnamespace)"
                + " and c.relkind = 'r' and c.relrowsecurity and c.relname not in ('session', 'sign_in_code', 'sign_in_code_request', 'sign_in_tries',"
                + " 'sign_in_departure', 'second_factor', 'recovery_code', 'access_link', 'idempotent_request') order by 1").getResultList();
    }

    /** The rows of a table after a key, null for the first. */
    @SuppressWarnings("unchecked")
    public Batch read(String table, String after) {
        int size = SIZES.getOrDefault(table, SIZE);
        List<Object[]> rows = entities.createNativeQuery("select row_key, line from export_rows(?, ?, ?)")
                .setParameter(1, table).setParameter(2, after == null ? "" : after).setParameter(3, size).getResultList();
        return new Batch(rows.stream().map(r -> r[1].toString()).toList(), rows.size() < size ? null : rows.get(size - 1)[0].toString());
    }
}
