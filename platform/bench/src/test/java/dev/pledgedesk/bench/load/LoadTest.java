package dev.pledgedesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();

    private Work work(int failAt) {
        return new Work() {
            @Override
            public String name() {
                return "test.work";
            }

            @Override
            public Client client(int number) {
                return () -> {
                    seen.add(number);
                    int piece = done.incrementAndGet();
                    if (piece == failAt) {
                        throw new IllegalStateException("piece " + failAt);
                    }
                    if (piece == -failAt) {
                        throw new Busy("piece " + piece);
                    }
                };
            }
        };
    }

    @Test
    void doesExactlyAsManyPiecesAsAskedForAndTimesEach() throws Exception {
        try (var load = new Load(work(0), 4)) {
            Load.Outcome outcome = load.run(5_000, Duration.ofMinutes(1));

            assertThat(done).hasValue(5_000);
            assertThat(outcome.count()).isEqualTo(5_000);
            assertThat(outcome.latencies()).hasSize(5_000).isSorted();
            assertThat(outcome.perSecond()).isPositive();
            assertThat(load.run(7, Duration.ofMinutes(1)).count()).as("again").isEqualTo(7);
            assertThat(seen).isSubsetOf(0, 1, 2, 3).isNotEmpty();
        }
    }

    @Test
    void beginsNothingAfterItsTime() throws Exception {
        try (var load = new Load(work(0), 2)) {
            assertThat(load.run(Integer.MAX_VALUE, Duration.ZERO).count()).isZero();
        }
    }

    @Test
    void aColdServerMayBeBusyAndAWarmOneMayNot() throws Exception {
        try (var load = new Load(work(-3), 1)) {
            Load.Outcome outcome = load.warmUp(10, Duration.ofMinutes(1));

            assertThat(done).hasValue(10);
            assertThat(outcome.latencies()).as("the piece that was refused is none").hasSize(9);
            done.set(0);
            assertThatThrownBy(() -> load.run(10, Duration.ofMinutes(1))).isInstanceOf(Busy.class);
        }
    }

    @Test
    void aFailureIsNeverAFigure() throws Exception {
        try (var load = new Load(work(100), 4)) {
            assertThatThrownBy(() -> load.run(5_000, Duration.ofMinutes(1))).isInstanceOf(IllegalStateException.class).hasMessage("piece 100");
        }
    }
}
