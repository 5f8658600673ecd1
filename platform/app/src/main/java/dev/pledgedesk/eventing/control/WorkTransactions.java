package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.entity.DueWorkRows;
import dev.pledgedesk.eventing.entity.DueWorkRows.Claim;
import dev.pledgedesk.eventing.entity.DueWorkRows.Waiting;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The transactions of due work: claim, do and remove in one, give back. */
@ApplicationScoped
@Transactional
public class WorkTransactions {

    private static final long FIRST_RETRY_SECONDS = 2;
    private static final long LONGEST_RETRY_SECONDS = 3600;

    @Inject
    DueWorkRows rows;

    @Inject
    DeskClock clock;

    /** Kinds of work that somebody should look at now. */
    List<String> dueKinds() {
        return rows.dueKinds(clock.now());
    }

    /** What is due, by kind. */
    public List<Waiting> backlog() {
        return rows.waiting(clock.now());
    }

    List<Claim> claim(String kind, Duration lease, int atMost) {
        return rows.claim(kind, clock.now(), lease, atMost);
    }

    /** Holds claims for longer; those that are done or were lost stay as they are. */
    List<Claim> renew(String kind, List<Claim> claims, Duration lease) {
        Instant until = clock.now().plus(lease).truncatedTo(ChronoUnit.MILLIS);
        rows.extend(kind, claims, until);
        return claims.stream().map(c -> new Claim(c.tenant(), c.id(), c.attempts(), until)).toList();
    }

    /** Gives claims back untouched, for any node to take at once. */
    void release(String kind, List<Claim> claims) {
        rows.extend(kind, claims, null);
    }

    /** Removes the rows first: if another worker has done one meanwhile, it is not done again. */
    void work(DueWorker worker, TenantId tenant, List<UUID> ids) {
        Set<UUID> there = rows.remove(worker.kind(), tenant, ids);
        List<UUID> still = ids.stream().filter(there::contains).toList();
        if (!still.isEmpty()) {
            worker.work(still);
        }
    }

    /** Removes all work of a tenant that was closed while some of it was under way. */
    void drop(TenantId tenant) {
        rows.removeAll(tenant);
    }

    void postpone(String kind, Claim claim) {
        long wait = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS << Math.min(claim.attempts() - 1, 20));
        rows.postpone(kind, claim.tenant(), claim.id(), clock.now().plusSeconds(wait));
    }
}
