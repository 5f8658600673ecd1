package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.PluginFolder;
import dev.pledgedesk.bench.load.Load;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.plugin.IdlePlugin;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Statistics;
import dev.pledgedesk.bench.work.Site;
import dev.pledgedesk.bench.work.Suggesting;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What calling plugins costs: a desk with five classifiers and twenty suggesters that do next to nothing, and the same without, side by side on data of their own. */
final class PluginCost {

    private static final String CREATE = "ticket.create";
    private static final double NANOS_PER_MICRO = 1000;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double HALF = 0.5;
    private static final double TAIL = 0.99;
    private static final int TROUBLED = 8;

    private final Options options;
    private final PrintStream out;
    private final String machine;

    PluginCost(Options options, PrintStream out, String machine) {
        this.options = options;
        this.out = out;
        this.machine = machine;
    }

    void measure(Results results) throws Exception {
        PluginFolder.fill(options.work.resolve("home"));
        try (Side with = new Side(options, out, "home", options.port, List.of(), Form.SEALED, List.of("plugins.yaml"), CREATE::equals);
                Side without = new Side(options, out, "without-home", options.port + 1, List.of(), Form.SEALED, CREATE::equals)) {
            Side.measure(options, with, without);
            Side.tell(results, "plugin." + CREATE + ".cpu", Aim.ratioAtMost(1.1), with.rounds().series().get(CREATE), without.rounds().series().get(CREATE), "the same without plugins; "
                    + IdlePlugin.CLASSIFIERS + " classifiers are asked for each ticket", options, machine);
            guard(results, with, without);
            neighbours(results, with);
        }
    }

    /** What a tenant notices of another one whose plugins loop, sleep and throw, while eight of its clients ask them all the time. */
    private void neighbours(Results results, Side side) throws Exception {
        String bad = Population.small(1);
        side.people().trouble(bad);
        Site site = new Site(options.port, side.people().host(bad), List.of(side.people().token(bad, 0)), 1);
        List<Double> quiet = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        Duration limit = Duration.ofSeconds(options.seconds);
        Work filing = side.works().get(0);
        try (Load load = new Load(filing, TROUBLED); Load trouble = new Load(new Suggesting(site), TROUBLED)) {
            load.warmUp(options.requests, limit);
            for (int round = 0; round < options.rounds; round++) {
                side.database().awaitDrained();
                quiet.add(p99(load.run(options.requests, limit)));
                side.database().awaitDrained();
                CompletableFuture<Load.Outcome> asking = CompletableFuture.supplyAsync(() -> asked(trouble, limit));
                beside.add(p99(load.run(options.requests, limit)));
                out.printf(Locale.ROOT, "  round %d: p99 %.1f ms quiet, %.1f ms beside %d calls of trouble%n", round + 1, quiet.get(round), beside.get(round), asking.get().count());
            }
        }
        results.add("plugin.neighbour.p99", Statistics.median(beside), "ms", Statistics.median(quiet), Aim.ratioAtMost(2), true, "filing a ticket by %d clients, median of %d rounds, while %d clients of another tenant ask plugins that loop, sleep and throw; the control is the same in quiet; %s"
            .formatted(TROUBLED, options.rounds, TROUBLED, machine));
    }

    private static Load.Outcome asked(Load trouble, Duration limit) {
        try {
            return trouble.warmUp(Integer.MAX_VALUE, limit);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double p99(Load.Outcome outcome) {
        return Statistics.percentile(outcome.latencies(), TAIL) / NANOS_PER_MILLI;
    }

    /** Calls of one client that nobody else disturbs: what twenty more of them take, by twenty. */
    private void guard(Results results, Side with, Side without) throws Exception {
        List<Double> more = new ArrayList<>();
        List<Double> less = new ArrayList<>();
        try (Load asked = new Load(new Suggesting(with.site()), 1); Load unasked = new Load(new Suggesting(without.site()), 1)) {
            Duration limit = Duration.ofSeconds(options.seconds);
            asked.warmUp(options.requests, limit);
            unasked.warmUp(options.requests, limit);
            for (int round = 0; round < options.rounds; round++) {
                more.add(micros(asked.run(options.requests, limit)));
                less.add(micros(unasked.run(options.requests, limit)));
            }
        }
        double call = (Statistics.median(more) - Statistics.median(less)) / IdlePlugin.SUGGESTERS;
        out.printf(Locale.ROOT, "  a call through the guard: %.1f us%n", call);
        results.add("plugin.guard.p50", call, "us", null, Aim.atMost(50), true, "median of %d rounds of one client asking for suggestions with %d suggesters (%.0f us) and without (%.0f us), the difference by call; %s"
            .formatted(options.rounds, IdlePlugin.SUGGESTERS, Statistics.median(more), Statistics.median(less), machine));
    }

    private static double micros(Load.Outcome outcome) {
        return Statistics.percentile(outcome.latencies(), HALF) / NANOS_PER_MICRO;
    }
}
