package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskKeys;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.profile.Profile;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import dev.pledgedesk.bench.work.Catalogue;
import dev.pledgedesk.bench.work.EmptyApplication;
import dev.pledgedesk.bench.work.JdbcFiling;
import dev.pledgedesk.bench.work.Site;
import dev.pledgedesk.database.PrivateFiles;
import java.io.IOException;
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

    private final long begin = System.nanoTime();

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
        String machine = machine();
        if (options.cipher || options.search || options.promises || options.plugins || options.manyClocks || options.staff) {
            var results = new Results();
            if (options.cipher) {
                new CipherCost(options, OUT, machine).measure(results);
            } else if (options.promises) {
                new PromiseCost(options, OUT, machine).measure(results);
            } else if (options.plugins) {
                new PluginCost(options, OUT, machine).measure(results);
            } else if (options.manyClocks) {
                new ManyClocks(options, OUT, results, machine).measure();
            } else if (options.staff) {
                new StaffCost(options, OUT, results, machine).measure();
            } else {
                new SearchCost(options, OUT, machine).measure(results);
            }
            write(results);
            return 0;
        }
        var figures = new Figures(options, machine);
        Path home = options.work.resolve("home");
        var javaOptions = new ArrayList<>(EmptyApplication.prepare(options.work.resolve("empty")));
        javaOptions.addAll(DeskServer.WIDE_LIMITS);
        if (!options.javaOptions.isBlank()) {
            javaOptions.addAll(List.of(options.javaOptions.strip().split("\\s+")));
        }
        if (options.profile) {
            DeskServer.start(options.distribution, home, options.port, javaOptions).close();
            javaOptions.addAll(Profile.prepare(home, options.work));
        }
        try (DeskServer server = DeskServer.start(options.distribution, home, options.port, javaOptions); DeskDatabase database = new DeskDatabase(home)) {
            server.overlook(database.observer());
            OUT.printf("PostgreSQL %s, fsync %s, synchronous_commit %s%n", database.value("show server_version"), database.value("show fsync"),
                database.value("show synchronous_commit"));
            var people = new DeskPeople(options.port, server.operatorToken());
            var population = new Population(people, database, new DeskKeys(home, database), Form.SEALED);
            population.settle(options.tenants);
            say(options.tenants + " small tenants are there");
            for (int size : options.sizes()) {
                population.grow(size);
                say("the big tenant has " + Options.name(size) + " tickets");
                figures.add(size, at(size, server, database, people));
            }
        }
        if (!options.profile) {
            publish(home, figures, machine);
        }
        return 0;
    }

    private void publish(Path home, Figures figures, String machine) throws Exception {
        var results = new Results();
        figures.tell(results);
        // What was measured in half an hour is not lost by what comes after it.
        write(results);
        if (!options.roundsOnly) {
            int largest = options.sizes().get(options.sizes().size() - 1);
            new Operation(options, results, OUT, machine).measure(home, largest);
            write(results);
        }
    }

    private void write(Results results) throws IOException {
        Path folder = options.publish ? options.module : options.work;
        Results all = results.over(options.publish ? Results.read(folder.resolve("results.json")) : List.of());
        all.write(folder);
        all.all().stream().filter(result -> result.aim() != null).forEach(result -> OUT.printf(Locale.ROOT, "%-34s %10.3f %-4s aim %-14s ratio %-8s %s%n",
            result.id(), result.value(), result.unit(), result.aim(), result.ratio(), result.holds() == null ? "" : result.holds() ? "holds" : "MISSED"));
        say("written to " + folder);
    }

    /** The machine and its JVM, for whoever compares figures. */
    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip().replace('|', ' ')).orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " x " + model + ", JDK " + Runtime.version().feature();
    }

    private void say(String text) {
        OUT.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
    }

    private Map<String, Series> at(int size, DeskServer server, DeskDatabase database, DeskPeople people) throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < DeskPeople.AGENTS; i++) {
            tokens.add(people.token(Population.BIG, i));
        }
        var site = new Site(options.port, people.host(Population.BIG), tokens, size);
        var works = new ArrayList<Work>(Catalogue.product(site).stream().filter(work -> options.wants(work.name())).toList());
        works.add(EmptyApplication.work(options.port));
        if (options.wants("ticket.create")) {
            works.add(new JdbcFiling(database, true));
            works.add(new JdbcFiling(database, false));
        }
        try (var rounds = new Rounds(server, database, options, OUT, works)) {
            // The server stays the same as the tenant grows: its compiled code is there already, only caches are not.
            rounds.warmUp(size == options.sizes().get(0) ? options.warmUp : options.warmUpOfLaterSizes());
            Map<String, Series> series = rounds.measure();
            print(size, series);
            if (options.profile) {
                var profile = new Profile(server, database, options.work);
                for (var load : rounds.loads().entrySet()) {
                    if (!load.getKey().name().startsWith("control.")) {
                        say("profile: " + profile.run(load.getKey(), load.getValue(), options.requests * options.rounds));
                    }
                }
            }
            return series;
        }
    }

    private static void print(int size, Map<String, Series> series) {
        OUT.printf("%n%-26s %9s %9s %9s %9s %9s %9s %9s   at %s tickets%n", "work", "CPU ms", "server", "postgres", "req/s", "p50 ms", "p95 ms", "p99 ms", Options.name(size));
        series.values().forEach(s -> OUT.printf(Locale.ROOT, "%-26s %9.3f %9.3f %9.3f %9.1f %9.2f %9.2f %9.2f   %d requests in %d rounds, CPU %.3f to %.3f%n", s.work(), s.cpu(), s.serverCpu(),
            s.databaseCpu(), s.throughput(), s.latency(0.5), s.latency(0.95), s.latency(0.99), s.count(), s.rounds(), s.cpuRange()[0], s.cpuRange()[1]));
    }
}
