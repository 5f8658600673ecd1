package dev.pledgedesk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgainAndThePageShowsIt() throws Exception {
        var results = new Results();
        results.add("ticket.create.cpu", 1.85449, "ms", 0.7, Aim.atMost(1.9), true, "16 clients");
        results.add("ticket.create.throughput", 200, "1/s", 1000.0, Aim.ratioAtLeast(0.25), true, "16 clients");
        results.add("queue.page.cpu", 1, "ms", null, Aim.atMost(2), false, "10k tickets");
        results.write(folder);

        List<Result> read = Results.read(folder.resolve("results.json"));
        assertThat(read).isEqualTo(results.all());
        assertThat(read.get(0)).isEqualTo(new Result("ticket.create.cpu", 1.854, "ms", 0.7, 2.649, "<= 1.9", true, "16 clients"));
        assertThat(read.get(1).holds()).as("0.2 of the control").isFalse();
        assertThat(read.get(2).holds()).as("not judged").isNull();
        assertThat(Files.readString(folder.resolve("RESULTS.md"))).contains("1 of 2 aims are kept", "## ticket", "## queue",
            "| `ticket.create.cpu` | 1.854 | ms | 0.7 | 2.649 | <= 1.9 | yes | 16 clients |",
            "| `ticket.create.throughput` | 200 | 1/s | 1000 | 0.2 | ratio >= 0.25 | **no** | 16 clients |",
            "| `queue.page.cpu` | 1 | ms |  |  | <= 2 |  | 10k tickets |");
    }

    @Test
    void figuresOfEarlierRunsStayUnlessTheyAreMeasuredAnew() throws Exception {
        var earlier = new Results();
        earlier.add("a.cpu", 1, "ms", null, null, false, "old");
        earlier.add("b.cpu", 2, "ms", null, null, false, "old");
        var now = new Results();
        now.add("a.cpu", 3, "ms", null, null, false, "new");
        now.add("c.cpu", 4, "ms", null, null, false, "new");

        assertThat(now.over(earlier.all()).all()).extracting(Result::id, Result::value).containsExactly(
            org.assertj.core.groups.Tuple.tuple("a.cpu", 3.0), org.assertj.core.groups.Tuple.tuple("b.cpu", 2.0), org.assertj.core.groups.Tuple.tuple("c.cpu", 4.0));
        assertThat(Results.read(folder.resolve("absent.json"))).isEmpty();
    }

    @Test
    void anAimIsInclusiveAndARatioThatIsMissingKeepsNone() {
        assertThat(Aim.atMost(1.9).holds(1.9, null)).isTrue();
        assertThat(Aim.atMost(1.9).holds(1.901, null)).isFalse();
        assertThat(Aim.ratioAtMost(1.3).holds(99, 1.3)).isTrue();
        assertThat(Aim.ratioAtLeast(0.25).holds(99, 0.249)).isFalse();
        assertThat(Aim.ratioAtLeast(0.25).holds(99, null)).isFalse();
        assertThat(Aim.ratioAtLeast(0.25)).hasToString("ratio >= 0.25");
        assertThat(Aim.atMost(10)).hasToString("<= 10");
    }
}
