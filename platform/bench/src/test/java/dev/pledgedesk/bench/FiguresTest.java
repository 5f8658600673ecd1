package dev.pledgedesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.bench.desk.DeskServer.Cpu;
import dev.pledgedesk.bench.load.Load.Outcome;
import dev.pledgedesk.bench.report.Result;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures(new Options(), "a machine");

    private static Series series(String work, long serverMillis, long databaseMillis, long clientMillis, long wallMillis) {
        var series = new Series(work, 0);
        series.add(new Series.Round(new Outcome(100, wallMillis * 1_000_000, new long[] {1_000_000}), new Cpu(serverMillis, databaseMillis), clientMillis));
        return series;
    }

    private static Map<String, Series> all(Series... series) {
        return Arrays.stream(series).collect(Collectors.toMap(Series::work, Function.identity()));
    }

    private Map<String, Result> told() {
        var results = new Results();
        figures.tell(results);
        return results.all().stream().collect(Collectors.toMap(Result::id, Function.identity()));
    }

    @Test
    void aRequestIsHeldAgainstItsOwnControlOfTheSameSize() {
        figures.add(10_000, all(series("ticket.create", 100, 50, 10, 500), series("ticket.read", 80, 20, 10, 200), series("control.empty-resource", 10, 0, 10, 50),
            series("control.jdbc-create", 5, 40, 20, 100)));
        Map<String, Result> told = told();

        assertThat(told.get("ticket.create.cpu")).extracting(Result::value, Result::control, Result::ratio, Result::aim, Result::holds)
            .containsExactly(1.5, 0.6, 2.5, "<= 1.9", true);
        assertThat(told.get("ticket.create.throughput")).extracting(Result::value, Result::control, Result::ratio, Result::holds).containsExactly(200.0, 1000.0, 0.2, false);
        assertThat(told.get("ticket.read.cpu")).extracting(Result::value, Result::control, Result::holds).containsExactly(1.0, 0.1, false);
        assertThat(told.get("ticket.read.throughput")).extracting(Result::ratio, Result::holds).containsExactly(0.25, false);
        assertThat(told.get("control.jdbc-create.cpu").value()).as("clients and database, not the idle server").isEqualTo(0.6);
    }

    @Test
    void aimsForAMillionTicketsAreJudgedThereAndTheGrowthBesideThem() {
        Series small = series("queue.page", 150, 0, 0, 100);
        Series empty = series("control.empty-resource", 10, 0, 0, 50);
        figures.add(10_000, all(small, empty));
        assertThat(told().get("queue.page.cpu").holds()).as("10 k tickets prove nothing").isNull();

        figures.add(1_000_000, all(series("queue.page", 200, 10, 0, 100), empty));
        Map<String, Result> told = told();

        assertThat(told.get("queue.page.cpu")).extracting(Result::value, Result::holds).containsExactly(2.1, false);
        assertThat(told.get("queue.page-10k.cpu")).extracting(Result::value, Result::holds).containsExactly(1.5, null);
        assertThat(told.get("queue.page.growth")).extracting(Result::value, Result::control, Result::ratio, Result::holds).containsExactly(2.1, 1.5, 1.4, false);
    }
}
