package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.control.WorkProbe;
import dev.pledgedesk.eventing.entity.DueWorkRows.Claim;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work is found without a tenant, done inside its own, once, and comes again after a failure. */
@ExtendWith(ArquillianExtension.class)
class DueWorkIT {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private DueWorkAsker asker;

    @Inject
    private ProbeWorker worker;

    @Inject
    private ProbeStore store;

    @Inject
    private WorkProbe probe;

    @Resource
    private ManagedExecutorService executor;

    @BeforeEach
    void forget() {
        if (worker != null) {
            worker.attempts().clear();
        }
    }

    @Test
    void workOfTwoTenantsIsDoneInItsOwn() throws InterruptedException {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        UUID idOfA = ProbeStore.id();
        UUID idOfB = ProbeStore.id();
        scope.run(a, () -> asker.ask(ProbeWorker.KIND, idOfA));
        scope.run(b, () -> asker.ask(ProbeWorker.KIND, idOfB));
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(new ProbeWorker.Attempt(a.value(), idOfA, false), new ProbeWorker.Attempt(b.value(), idOfB, false));
    }

    @Test
    void failedWorkLeavesNothingAndComesAgain() throws InterruptedException {
        TenantId a = BareTenants.fresh();
        UUID id = ProbeStore.id();
        worker.failOnce(id);
        scope.run(a, () -> asker.ask(ProbeWorker.KIND, id));
        assertThat(next()).isEqualTo(new ProbeWorker.Attempt(a.value(), id, true));
        // Had the first attempt's row stayed, the second one could not be written.
        assertThat(next()).isEqualTo(new ProbeWorker.Attempt(a.value(), id, false));
        probe.work(worker, a, List.of(id));
        assertThat(worker.attempts()).as("it was done: asking once more finds nothing to do").isEmpty();
        assertThat(scope.call(a, () -> store.finds(id))).isTrue();
    }

    @Test
    void twoWorkersNeverClaimTheSame() throws Exception {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        String kind = "race-" + UUID.randomUUID();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            UUID id = ProbeStore.id();
            ids.add(id);
            scope.run(i % 2 == 0 ? a : b, () -> asker.ask(kind, id));
        }
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<List<Claim>> greedy = () -> {
            List<Claim> claims = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                together.await(30, TimeUnit.SECONDS);
                claims.addAll(probe.claim(kind, LEASE, 3));
            }
            return claims;
        };
        List<Claim> claims = new ArrayList<>();
        for (Future<List<Claim>> one : List.of(executor.submit(greedy), executor.submit(greedy))) {
            claims.addAll(one.get(60, TimeUnit.SECONDS));
        }
        assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates();
        claims.addAll(probe.claim(kind, LEASE, 100));
        assertThat(claims).extracting(Claim::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(probe.claim(kind, LEASE, 100)).as("all are leased").isEmpty();
    }

    /** A lease that ran out while its worker was only slow: both do the work, one of them counts. */
    @Test
    void workThatTwoBelieveToHaveIsDoneOnce() throws Exception {
        TenantId a = BareTenants.fresh();
        String kind = "slow-" + UUID.randomUUID();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UUID id = ProbeStore.id();
            ids.add(id);
            scope.run(a, () -> asker.ask(kind, id));
        }
        assertThat(probe.claim(kind, Duration.ofSeconds(-1), 100)).hasSize(10);
        assertThat(probe.claim(kind, LEASE, 100)).as("the first lease is over").hasSize(10);
        LinkedBlockingQueue<UUID> done = new LinkedBlockingQueue<>();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> slow = () -> {
            for (UUID id : ids) {
                together.await(30, TimeUnit.SECONDS);
                probe.work(new Once(kind, done), a, List.of(id));
            }
            return null;
        };
        for (Future<Void> one : List.of(executor.submit(slow), executor.submit(slow))) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void onlyWhoStillHoldsWorkHoldsItLongerOrGivesItBack() {
        TenantId a = BareTenants.fresh();
        String kind = "held-" + UUID.randomUUID();
        scope.run(a, () -> asker.ask(kind, ProbeStore.id()));
        List<Claim> lost = probe.claim(kind, Duration.ofSeconds(-2), 1);
        List<Claim> late = probe.claim(kind, Duration.ofSeconds(-1), 1);
        probe.renew(kind, lost, LEASE);
        probe.renew(kind, late, LEASE);
        assertThat(probe.claim(kind, LEASE, 1)).as("the second one was in time").isEmpty();
        probe.release(kind, lost);
        probe.release(kind, late);
        assertThat(probe.claim(kind, LEASE, 1)).as("neither holds it under this lease any more").isEmpty();
    }

    @Test
    void workThatIsGivenBackIsThereAtOnce() {
        TenantId a = BareTenants.fresh();
        String kind = "back-" + UUID.randomUUID();
        scope.run(a, () -> asker.ask(kind, ProbeStore.id()));
        List<Claim> held = probe.claim(kind, LEASE, 1);
        assertThat(probe.claim(kind, LEASE, 1)).isEmpty();
        probe.release(kind, held);
        assertThat(probe.claim(kind, LEASE, 1)).hasSize(1);
    }

    private ProbeWorker.Attempt next() throws InterruptedException {
        ProbeWorker.Attempt attempt = worker.attempts().poll(30, TimeUnit.SECONDS);
        assertThat(attempt).as("work within 30 s").isNotNull();
        return attempt;
    }

    private record Once(String kind, LinkedBlockingQueue<UUID> done) implements DueWorker {

        @Override
        public void work(List<UUID> ids) {
            done.addAll(ids);
        }
    }
}
