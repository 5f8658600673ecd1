package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Load;
import dev.pledgedesk.bench.process.Memory;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Statistics;
import dev.pledgedesk.bench.work.EmptyApplication;
import dev.pledgedesk.bench.work.Mixed;
import dev.pledgedesk.bench.work.Site;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the server costs as a whole: its start, and its memory after a day's work in ten minutes. Both on the data that the rounds have left, with nothing
 * beside the product in the server. The control is the same server, with a PostgreSQL of its own, that serves the empty application instead.
 */
final class Operation {

    private static final int STARTS = 3;
    private static final int EMPTY_REQUESTS = 15_000;
    private static final Aim START = Aim.atMost(15);
    private static final Aim RESIDENT = Aim.atMost(700);
    private static final double MEGABYTE = 1 << 20;

    private final Options options;
    private final Results results;
    private final PrintStream out;
    private final String machine;

    Operation(Options options, Results results, PrintStream out, String machine) {
        this.options = options;
        this.results = results;
        this.out = out;
        this.machine = machine;
    }

    /**
     * One server's figures.
     *
     * @param start  CPU until it is ready, seconds
     * @param server memory of its process
     * @param base   memory of PostgreSQL
     */
    private record Seen(double start, Memory server, Memory base) {
    }

    /** Measures a stopped server's home. */
    void measure(Path home, int tickets) throws Exception {
        Seen empty = empty();
        Seen seen = product(home, tickets);
        String conditions = "%s tickets, %d small tenants, ".formatted(Options.name(tickets), options.tenants);
        results.add("start.second.cpu", seen.start(), "s", empty.start(), START, true, conditions + "server and PostgreSQL from the start of the process until READY, median of "
            + STARTS + " starts on a home that is there; " + machine);
        if (seen.server() != null) {
            String load = conditions + options.memoryMinutes + " minutes of mixed load by " + options.clients + " clients; " + machine;
            results.add("memory.resident", seen.server().resident() / MEGABYTE, "MB", empty.server().resident() / MEGABYTE, RESIDENT, options.memoryMinutes >= 10,
                "RSS of the server's process after " + load);
            results.add("memory.resident-postgresql", seen.base().proportional() / MEGABYTE, "MB", empty.base().proportional() / MEGABYTE, null, false,
                "PSS of all PostgreSQL processes, shared buffers included, after " + load);
        }
    }

    private Seen product(Path home, int tickets) throws Exception {
        double start = starts(home, List.of());
        if (options.memoryMinutes == 0) {
            return new Seen(start, null, null);
        }
        try (DeskServer server = start(home, DeskServer.WIDE_LIMITS); DeskDatabase database = new DeskDatabase(home)) {
            var people = new DeskPeople(options.port, server.operatorToken());
            Site big = site(people, Population.BIG, DeskPeople.AGENTS, tickets);
            var small = new ArrayList<Site>();
            for (int i = 1; i <= Math.min(options.tenants, Population.SMALL_WITH_STAFF); i++) {
                small.add(site(people, Population.small(i), 1, Population.SMALL_TICKETS));
            }
            try (var load = new Load(Mixed.day(big, small, options.tenants), options.clients)) {
                Load.Outcome outcome = load.warmUp(Integer.MAX_VALUE, Duration.ofMinutes(options.memoryMinutes));
                database.awaitDrained();
                out.printf(Locale.ROOT, "  mixed load: %d requests, %.1f /s, p95 %.1f ms%n", outcome.count(), outcome.perSecond(),
                    Statistics.percentile(outcome.latencies(), 0.95) / 1e6);
            }
            Seen seen = new Seen(start, server.serverMemory(), server.databaseMemory());
            out.printf(Locale.ROOT, "  memory: server %.0f MB, PostgreSQL %.0f MB%n", seen.server().resident() / MEGABYTE, seen.base().proportional() / MEGABYTE);
            return seen;
        }
    }

    private Site site(DeskPeople people, String tenant, int staff, int tickets) throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < staff; i++) {
            tokens.add(people.token(tenant, i));
        }
        return new Site(options.port, people.host(tenant), tokens, tickets);
    }

    private Seen empty() throws Exception {
        Path home = options.work.resolve("empty-home");
        List<String> javaOptions = EmptyApplication.alone(options.work.resolve("empty-alone"));
        start(home, javaOptions).close();
        double start = starts(home, javaOptions);
        try (DeskServer server = start(home, javaOptions); var load = new Load(EmptyApplication.work(options.port, EmptyApplication.ROOT_ALONE), options.clients)) {
            load.warmUp(EMPTY_REQUESTS, Duration.ofMinutes(1));
            return new Seen(start, server.serverMemory(), server.databaseMemory());
        }
    }

    /** CPU seconds of a start, the median of some. */
    private double starts(Path home, List<String> javaOptions) throws Exception {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            try (DeskServer server = start(home, javaOptions)) {
                DeskServer.Cpu cpu = server.untilReady();
                seconds.add(cpu.sum() / 1e3);
                out.printf(Locale.ROOT, "  start of %s: %.2f CPU s (server %.2f + PostgreSQL %.2f)%n", home.getFileName(), cpu.sum() / 1e3, cpu.server() / 1e3, cpu.database() / 1e3);
            }
        }
        return Statistics.median(seconds);
    }

    private DeskServer start(Path home, List<String> javaOptions) throws Exception {
        return DeskServer.start(options.distribution, home, options.port, javaOptions);
    }
}
