package dev.pledgedesk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.bench.desk.DeskServer.Cpu;
import dev.pledgedesk.bench.load.Load.Outcome;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void figuresAreMediansOfTheRounds() {
        var series = new Series("ticket.read", 0);
        series.add(new Series.Round(new Outcome(100, 1_000_000_000L, new long[] {1_000_000, 2_000_000}), new Cpu(100, 50), 30));
        series.add(new Series.Round(new Outcome(100, 500_000_000L, new long[] {3_000_000}), new Cpu(60, 20), 20));
        series.add(new Series.Round(new Outcome(50, 1_000_000_000L, new long[] {9_000_000}), new Cpu(500, 500), 40));

        assertThat(series.cpu()).isEqualTo(1.5);
        assertThat(series.serverCpu()).isEqualTo(1.0);
        assertThat(series.databaseCpu()).isEqualTo(0.5);
        assertThat(series.clientAndDatabaseCpu()).isEqualTo(0.8);
        assertThat(series.throughput()).isEqualTo(100);
        assertThat(series.cpuRange()).containsExactly(0.8, 20);
        assertThat(series.latency(0.5)).isEqualTo(2);
        assertThat(series.latency(0.99)).isEqualTo(9);
        assertThat(series.count()).isEqualTo(250);
        assertThat(series.rounds()).isEqualTo(3);
    }
}
