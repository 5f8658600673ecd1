package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.NodeActivity;
import dev.pledgedesk.eventing.entity.DueWorkRows.Claim;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.DatabaseState;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Looks for due work, claims it without a tenant, and does it inside its tenant. Every node has one; they share by SKIP LOCKED. */
@ApplicationScoped
public class Worker {

    /** Some transaction on this node has asked for work: look at once instead of at the next round. */
    public record Wake() {
    }

    private static final Logger LOG = Logger.getLogger(Worker.class.getName());
    private static final long ROUND_MILLIS = 250;
    private static final long GATHER_MILLIS = 40;
    private static final int CLAIM = 200;
    /** How long the work of a node that died waits; renewed while a node is at it. */
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(6);

    @Inject
    TenantScope scope;

    @Inject
    Tenants tenants;

    @Inject
    WorkTransactions transactions;

    @Inject
    Relay relay;

    @Inject
    DatabaseState database;

    @Inject
    DeskClock clock;

    @Inject
    NodeActivity activity;

    @Inject
    @Any
    Instance<DueWorker> beans;

    /** One thread for the whole application, so nothing but the short look for due work may run on it. */
    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile Instant lastRound;
    private ScheduledFuture<?> rounds;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        List<DueWorker> workers = new ArrayList<>(relay.workers());
        beans.forEach(workers::add);
        workers.forEach(worker -> lanes.put(worker.kind(), new Lane(worker)));
        rounds = scheduler.scheduleWithFixedDelay(this::nudge, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** What is under way is finished; the rest is for other nodes. */
    void nodeStops(@Observes NodeActivity.NodeStops stops) {
        stopping = true;
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Wake wake) {
        // A moment later, so that what many transactions ask for at once is found by one look and done in batches.
        if (!stopping && gathering.compareAndSet(false, true)) {
            scheduler.schedule(this::gathered, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void gathered() {
        gathering.set(false);
        nudge();
    }

    /** The kinds of work that are done here. */
    public Set<String> kinds() {
        return Set.copyOf(lanes.keySet());
    }

    /** When the last round ended, whatever it found; null before the first. */
    public Instant lastRound() {
        return lastRound;
    }

    private void nudge() {
        nudged.set(true);
        if (!stopping && looking.compareAndSet(false, true)) {
            executor.execute(this::rounds);
        }
    }

    /** One thread looks at a time; who is nudged meanwhile has it look again. */
    private void rounds() {
        try {
            while (!stopping && nudged.getAndSet(false)) {
                round();
            }
        } finally {
            looking.set(false);
            if (nudged.get()) {
                nudge();
            }
        }
    }

    private void round() {
        try {
            // Work changes rows: while none can be kept it waits where it is.
            for (String kind : database.canWrite() ? scope.platform(transactions::dueKinds) : List.<String>of()) {
                Lane lane = lanes.get(kind);
                if (lane != null && !stopping) {
                    lane.start();
                }
            }
            lanes.values().forEach(Lane::keepHold);
        } catch (RuntimeException away) {
            // A database that is away or slow: the rows stay, the next round tries again.
            LOG.log(Level.WARNING, "due work could not be looked for", away);
        } finally {
            lastRound = clock.now();
        }
    }

    /** One kind of work, done by one thread of this node at a time, so that slow work of one kind never holds up another. */
    private final class Lane implements Runnable {

        private final DueWorker worker;
        private final AtomicBoolean busy = new AtomicBoolean();
        /** Claimed and not done yet, all under one lease. */
        private volatile List<Claim> hand = List.of();

        private Lane(DueWorker worker) {
            this.worker = worker;
        }

        private void start() {
            if (busy.compareAndSet(false, true)) {
                executor.execute(this);
            }
        }

        @Override
        public void run() {
            activity.begin();
            try {
                while (!stopping && database.canWrite() && doSome() == CLAIM) {
                    LOG.finest("more to do");
                }
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "work of kind " + worker.kind() + " could not be claimed", failed);
            } finally {
                busy.set(false);
                activity.end();
            }
        }

        private int doSome() {
            List<Claim> claims = scope.platform(() -> transactions.claim(worker.kind(), LEASE, CLAIM));
            Map<TenantId, List<Claim>> byTenant = new LinkedHashMap<>();
            claims.forEach(c -> byTenant.computeIfAbsent(c.tenant(), t -> new ArrayList<>()).add(c));
            hold(claims);
            try {
                byTenant.forEach((tenant, own) -> {
                    for (int from = 0; from < own.size() && mayGoOn(); from += worker.batch()) {
                        List<Claim> batch = own.subList(from, Math.min(own.size(), from + worker.batch()));
                        doBatch(worker, tenant, batch);
                        done(batch);
                    }
                });
                letGo();
            } finally {
                hold(List.of());
            }
            return claims.size();
        }

        /** A lease that ran out, because this machine stood still, means that another node is at it by now. */
        private boolean mayGoOn() {
            List<Claim> held = hand;
            return !stopping && !held.isEmpty() && held.get(0).until().isAfter(clock.now());
        }

        private synchronized void hold(List<Claim> claims) {
            hand = claims;
        }

        private synchronized void done(List<Claim> batch) {
            Set<UUID> ids = batch.stream().map(Claim::id).collect(Collectors.toSet());
            hand = hand.stream().filter(c -> !ids.contains(c.id())).toList();
        }

        /** Gives back what a node that stops has not begun. */
        private synchronized void letGo() {
            if (!hand.isEmpty()) {
                scope.platform(() -> {
                    transactions.release(worker.kind(), hand);
                    return null;
                });
            }
        }

        /** Renews the lease in time. */
        private void keepHold() {
            if (!hand.isEmpty() && hand.get(0).until().minus(RENEW_BEFORE_END).isBefore(clock.now())) {
                renew();
            }
        }

        private synchronized void renew() {
            if (!hand.isEmpty()) {
                hand = scope.platform(() -> transactions.renew(worker.kind(), hand, LEASE));
            }
        }
    }

    private void doBatch(DueWorker worker, TenantId tenant, List<Claim> claims) {
        List<UUID> ids = claims.stream().map(Claim::id).toList();
        try {
            if (tenants.get(tenant).isClosed()) {
                scope.platform(() -> {
                    transactions.drop(tenant);
                    return null;
                });
                return;
            }
            scope.run(tenant, () -> {
                if (worker.ownTransactions()) {
                    worker.work(ids);
                } else {
                    transactions.work(worker, tenant, ids);
                }
            });
        } catch (RuntimeException failed) {
            if (!database.canWrite()) {
                // Not the work is bad: it comes again when its lease ends.
                LOG.log(Level.FINE, "work stopped by an outage", failed);
                return;
            }
            if (claims.size() > 1) {
                // One bad piece must not hold up the good ones beside it.
                claims.forEach(claim -> doBatch(worker, tenant, List.of(claim)));
                return;
            }
            LOG.log(Level.WARNING, "work of kind " + worker.kind() + " failed, attempt " + claims.get(0).attempts(), failed);
            scope.platform(() -> {
                claims.forEach(claim -> transactions.postpone(worker.kind(), claim));
                return null;
            });
        }
    }
}
