package dev.pledgedesk.bench;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Load;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.process.ProcessStat;
import dev.pledgedesk.bench.process.Processes;
import dev.pledgedesk.bench.report.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs kinds of work in turns: everything once in each round, so that whatever else the machine does falls on all of them alike. */
final class Rounds implements AutoCloseable {

    private static final int PATIENCE = 6;

    private final DeskServer server;
    private final DeskDatabase database;
    private final Options options;
    private final PrintStream out;
    private final Map<Work, Load> loads = new LinkedHashMap<>();
    private final Map<Work, Integer> warm = new HashMap<>();
    private final Map<String, Series> series = new LinkedHashMap<>();

    Rounds(DeskServer server, DeskDatabase database, Options options, PrintStream out, List<Work> works) throws Exception {
        this.server = server;
        this.database = database;
        this.options = options;
        this.out = out;
        for (Work work : works) {
            loads.put(work, new Load(work, options.clients));
        }
    }

    /** The kinds of work with their clients. */
    Map<Work, Load> loads() {
        return loads;
    }

    /** Runs everything often enough for compiler and caches; counted, not timed, because a busy machine is slower and no warmer. */
    void warmUp(int count) throws Exception {
        for (var load : loads.entrySet()) {
            Load.Outcome outcome = load.getValue().warmUp(count, Duration.ofSeconds((long) options.seconds * PATIENCE));
            database.awaitDrained();
            load.getKey().tidy();
            warm.put(load.getKey(), outcome.count());
            out.printf(Locale.ROOT, "  warm: %-24s %6d in %5.1f s%n", load.getKey().name(), outcome.count(), outcome.wallNanos() / 1e9);
        }
    }

    /** The measurement. */
    Map<String, Series> measure() throws Exception {
        for (int round = 1; round <= options.rounds; round++) {
            for (Work work : loads.keySet()) {
                round(round, work);
            }
        }
        return series();
    }

    /** One round of one kind of work, for whoever runs several of these in turns. */
    void round(int number, Work work) throws Exception {
        Series.Round figures = round(loads.get(work), Math.min(work.most(), options.requests));
        work.tidy();
        series.computeIfAbsent(work.name(), name -> new Series(name, warm.getOrDefault(work, 0))).add(figures);
        out.printf(Locale.ROOT, "  round %d: %-24s %6d requests, %8.1f /s, CPU %7.3f ms (server %7.3f + PostgreSQL %7.3f)%n", number, work.name(),
            figures.outcome().count(), figures.outcome().perSecond(), (double) figures.cpu().sum() / figures.outcome().count(),
            (double) figures.cpu().server() / figures.outcome().count(), (double) figures.cpu().database() / figures.outcome().count());
    }

    /** What the rounds so far have given, by kind of work. */
    Map<String, Series> series() {
        return series;
    }

    private Series.Round round(Load load, int pieces) throws Exception {
        long clientBefore = ownCpu();
        DeskServer.Cpu before = server.cpu();
        Load.Outcome outcome = load.run(pieces, Duration.ofSeconds(options.seconds));
        long client = ownCpu() - clientBefore;
        // What a round has caused belongs to it, although nobody waited for it.
        database.awaitDrained();
        return new Series.Round(outcome, server.cpu().since(before), client);
    }

    private static long ownCpu() {
        return Processes.stat(ProcessHandle.current().pid()).map(ProcessStat::ownMillis).orElse(0L);
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Load load : loads.values()) {
            load.close();
        }
    }
}
