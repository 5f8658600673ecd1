package dev.pledgedesk.limits.entity;

import dev.pledgedesk.limits.RateLimits.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts of all nodes, in a table of the platform's that holds ids and numbers only. Native SQL, because JPA cannot add and read in one statement.
 */
@ApplicationScoped
public class RateWindows {

    /** Longer than two of the longest windows. */
    private static final Duration KEPT = Duration.ofDays(3);
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    EntityManager entities;

    /** Adds counts and gives the sums. */
    @SuppressWarnings("unchecked")
    public Map<Window, Long> add(Map<Window, Long> counts) {
        // Always in the same order, so that two nodes never wait for each other.
        List<Window> windows = new ArrayList<>(counts.keySet());
        windows.sort(Comparator.comparing(Window::start).thenComparing(Window::policy).thenComparing(w -> w.subject().toString()));
        entities.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        List<Object[]> rows = entities.createNativeQuery("insert into rate_window (tenant_id, subject, policy, started_at, used)"
                        + " select * from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as timestamptz[]), cast(? as bigint[]))"
                        + " on conflict (policy, tenant_id, subject, started_at) do update set used = rate_window.used + excluded.used"
                        + " returning tenant_id, subject, policy, started_at, used")
                .setParameter(1, array(windows, w -> w.tenant() == null ? NOBODY : w.tenant())).setParameter(2, array(windows, Window::subject))
                .setParameter(3, array(windows, Window::policy)).setParameter(4, array(windows, w -> "\"" + Instant.ofEpochSecond(w.start()) + "\""))
                .setParameter(5, array(windows, counts::get)).getResultList();
        Map<Window, Long> sums = new HashMap<>();
        for (Object[] row : rows) {
            UUID tenant = NOBODY.equals(row[0]) ? null : (UUID) row[0];
            sums.put(new Window(tenant, (UUID) row[1], (String) row[2], ((Timestamp) row[3]).toInstant().getEpochSecond()), ((Number) row[4]).longValue());
        }
        return sums;
    }

    private static String array(List<Window> windows, Function<Window, Object> value) {
        return windows.stream().map(w -> value.apply(w).toString()).collect(Collectors.joining(",", "{", "}"));
    }

    /** Drops windows that count no more. */
    public void forgetBefore(Instant now) {
        entities.createNativeQuery("delete from rate_window where started_at < ?").setParameter(1, Timestamp.from(now.minus(KEPT))).executeUpdate();
    }
}
