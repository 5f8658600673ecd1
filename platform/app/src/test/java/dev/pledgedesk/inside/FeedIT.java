package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.eventing.EventFeed;
import dev.pledgedesk.eventing.EventFeed.Told;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever reads the feed from where he was misses nothing, even what was begun before what he has read. */
@ExtendWith(ArquillianExtension.class)
class FeedIT {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private ProbeStore store;

    @Inject
    private Step step;

    @Inject
    private EventFeed feed;

    @Resource
    private ManagedExecutorService executor;

    private void happen(TenantId tenant, UUID id) {
        scope.run(tenant, () -> store.addAndPublish(id, new ProbeHappened(id, false), false));
    }

    private Page<Told> read(TenantId tenant, int size, String after) {
        return scope.call(tenant, () -> feed.page(null, new PageRequest(size, after)));
    }

    private List<UUID> subjects(TenantId tenant, String after) {
        return read(tenant, 100, after).items().stream().map(Told::subjectId).toList();
    }

    @Test
    void whatASlowTransactionTellsLateComesAfterWhatWasRead() throws Exception {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        UUID slow = ProbeStore.id();
        UUID quick = ProbeStore.id();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> running = executor.submit(() -> scope.run(a, () -> step.run(() -> {
            store.addAndPublish(slow, new ProbeHappened(slow, false), false);
            written.countDown();
            await(end);
        })));
        written.await();
        happen(a, quick);
        Page<Told> first = read(a, 100, null);
        assertThat(first.items()).extracting(Told::subjectId).containsExactly(quick);
        end.countDown();
        running.get();
        Told late = read(a, 100, first.items().get(0).cursor()).items().get(0);
        assertThat(late.subjectId()).isEqualTo(slow);
        assertThat(late.id()).as("though it was made before").isLessThan(first.items().get(0).id());
        assertThat(subjects(a, null)).as("and so it stays").containsExactly(quick, slow);
        assertThat(subjects(b, null)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readersAtOnceSeeOneOrderWithoutGaps() throws Exception {
        TenantId a = BareTenants.fresh();
        int most = 60;
        Future<?> writing = executor.submit(() -> {
            for (int i = 0; i < most; i++) {
                happen(a, ProbeStore.id());
            }
        });
        List<Future<List<Told>>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(executor.submit(() -> {
                List<Told> seen = new ArrayList<>();
                while (seen.size() < most) {
                    seen.addAll(read(a, 7, seen.isEmpty() ? null : seen.get(seen.size() - 1).cursor()).items());
                }
                return seen;
            }));
        }
        writing.get();
        List<Told> one = readers.get(0).get();
        assertThat(one).extracting(Told::number).containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, most).boxed().toList());
        for (Future<List<Told>> other : readers) {
            assertThat(other.get()).isEqualTo(one);
        }
    }
}
