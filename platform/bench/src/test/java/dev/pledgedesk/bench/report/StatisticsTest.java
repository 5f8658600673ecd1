package dev.pledgedesk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianIsTheMiddleAndOneBadRoundDoesNotMoveIt() {
        assertThat(Statistics.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Statistics.median(List.of(3.0, 1.0, 900.0))).isEqualTo(3);
        assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Statistics.median(List.of(7.0))).isEqualTo(7);
    }

    @Test
    void aPercentileIsAValueThatWasSeen() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();

        assertThat(Statistics.percentile(hundred, 0.50)).isEqualTo(50);
        assertThat(Statistics.percentile(hundred, 0.95)).isEqualTo(95);
        assertThat(Statistics.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Statistics.percentile(hundred, 1.00)).isEqualTo(100);
        assertThat(Statistics.percentile(new long[] {8}, 0.01)).isEqualTo(8);
        assertThat(Statistics.percentile(new long[] {1, 2, 3}, 0.5)).isEqualTo(2);
    }

    @Test
    void partsAreMergedInOrder() {
        assertThat(Statistics.merged(List.of(new long[] {5, 9}, new long[] {}, new long[] {1, 7}))).containsExactly(1, 5, 7, 9);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Statistics.median(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Statistics.percentile(new long[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
