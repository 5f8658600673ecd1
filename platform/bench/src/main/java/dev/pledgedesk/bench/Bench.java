package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.profile.Profile;
import dev.pledgedesk.bench.report.Series;
import dev.pledgedesk.bench.work.Catalogue;
import dev.pledgedesk.bench.work.EmptyApplication;
import dev.pledgedesk.bench.work.Site;
import dev.pledgedesk.database.PrivateFiles;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures a distribution. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures what the product costs, beside controls in the same run.")
public final class Bench implements Callable<Integer> {

    private static final PrintStream OUT = System.out;

    @Mixin
    private Options options = new Options();

    /** The command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(options.work)) {
            PrivateFiles.deleteTree(options.work);
        }
        Files.createDirectories(options.work);
        Path home = options.work.resolve("home");
        var javaOptions = new ArrayList<>(EmptyApplication.prepare(options.work.resolve("empty")));
        if (!options.javaOptions.isBlank()) {
            javaOptions.addAll(List.of(options.javaOptions.strip().split("\\s+")));
        }
        if (options.profile) {
            DeskServer.start(options.distribution, home, options.port, javaOptions).close();
            Profile.prepare(home);
        }
        try (DeskServer server = DeskServer.start(options.distribution, home, options.port, javaOptions); DeskDatabase database = new DeskDatabase(home)) {
            server.overlook(database.observer());
            OUT.printf("PostgreSQL %s, fsync %s, synchronous_commit %s%n", database.value("show server_version"), database.value("show fsync"),
                database.value("show synchronous_commit"));
            var people = new DeskPeople(options.port, server.operatorToken());
            var population = new Population(people, database);
            population.settle(options.tenants);
            OUT.printf("%d small tenants are there%n", options.tenants);
            for (int size : options.sizes()) {
                population.grow(size);
                OUT.printf("the big tenant has %s tickets%n", Options.name(size));
                at(size, server, database, people);
            }
        }
        return 0;
    }

    private void at(int size, DeskServer server, DeskDatabase database, DeskPeople people) throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < DeskPeople.AGENTS; i++) {
            tokens.add(people.token(Population.BIG, i));
        }
        var site = new Site(options.port, people.host(Population.BIG), tokens, size);
        var works = new ArrayList<Work>(Catalogue.product(site).stream().filter(work -> options.wants(work.name())).toList());
        if (!options.profile) {
            works.add(EmptyApplication.work(options.port));
        }
        try (var rounds = new Rounds(server, database, options, OUT, works)) {
            rounds.warmUp();
            if (options.profile) {
                var profile = new Profile(server, database, options.work);
                for (var load : rounds.loads().entrySet()) {
                    OUT.println("profile: " + profile.run(load.getKey(), load.getValue(), options.requests * options.rounds));
                }
                return;
            }
            print(size, rounds.measure());
        }
    }

    private static void print(int size, Map<String, Series> series) {
        OUT.printf("%n%-26s %9s %9s %9s %9s %9s %9s %9s   at %s tickets%n", "work", "CPU ms", "server", "postgres", "req/s", "p50 ms", "p95 ms", "p99 ms", Options.name(size));
        series.values().forEach(s -> OUT.printf(Locale.ROOT, "%-26s %9.3f %9.3f %9.3f %9.1f %9.2f %9.2f %9.2f   %d requests in %d rounds, CPU %.3f to %.3f%n", s.work(), s.cpu(), s.serverCpu(),
            s.databaseCpu(), s.throughput(), s.latency(0.5), s.latency(0.95), s.latency(0.99), s.count(), s.rounds(), s.cpuRange()[0], s.cpuRange()[1]));
    }
}
