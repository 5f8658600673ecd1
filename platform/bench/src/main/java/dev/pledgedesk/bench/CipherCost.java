package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskKeys;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import dev.pledgedesk.bench.work.Catalogue;
import dev.pledgedesk.bench.work.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What encryption costs: the product, and the same build with a cipher that does nothing, side by side on data of their own, each kind of work on both in every round. */
final class CipherCost {

    /** Ids by kind of work, with the aims. */
    private static final Map<String, Aim> AIMS = Map.of("ticket.create", Aim.ratioAtMost(1.2), "queue.page", Aim.ratioAtMost(1.15));
    private static final List<String> WORKS = List.of("ticket.create", "ticket.read", "queue.page");
    private static final double SECOND = 1e9;

    private final Options options;
    private final PrintStream out;
    private final String machine;

    CipherCost(Options options, PrintStream out, String machine) {
        this.options = options;
        this.out = out;
        this.machine = machine;
    }

    void measure(Results results) throws Exception {
        Path nothing = NothingCipher.war(options.distribution.resolve("pledgedesk.war"), options.work.resolve("nothing"));
        int size = options.sizes().get(0);
        try (Side product = new Side("home", options.port, List.of(), Form.SEALED, size);
                Side control = new Side("nothing-home", options.port + 1, List.of("-Dpledgedesk.war=" + nothing), NothingCipher.FORM, size)) {
            List<Side> sides = List.of(product, control);
            for (Side side : sides) {
                side.rounds.warmUp(options.warmUp);
            }
            for (int round = 1; round <= options.rounds; round++) {
                for (String work : WORKS) {
                    // Whoever comes second finds the machine as the other has left it, so they take turns in that as well.
                    for (Side side : round % 2 == 0 ? List.of(control, product) : sides) {
                        side.rounds.round(round, side.work(work));
                    }
                }
            }
            WORKS.forEach(work -> tell(results, size, product.rounds.series().get(work), control.rounds.series().get(work)));
            rotate(results, product);
        }
    }

    private void tell(Results results, int size, Series with, Series without) {
        String id = "encryption." + with.work().replaceFirst("^(ticket|queue)[.]", "") + ".cpu";
        results.add(id, with.cpu(), "ms", without.cpu(), AIMS.get(with.work()), true, ("%s tickets, %d clients, %d requests in %d rounds after %d; the control is the same build with a cipher that does nothing"
            + " (rows as long, keys kept and wrapped all the same); rounds from %.3f to %.3f, the control's from %.3f to %.3f; %s").formatted(Options.name(size), options.clients, with.count(), with.rounds(), with.warm(),
            with.cpuRange()[0], with.cpuRange()[1], without.cpuRange()[0], without.cpuRange()[1], machine));
    }

    private void rotate(Results results, Side side) throws Exception {
        long keys = Long.parseLong(side.database.value("select count(*) from desk_keys.person_key k join desk.tenant t on t.id = k.tenant_id where t.key = '" + Population.BIG + "' and wrapped is not null"));
        long begin = System.nanoTime();
        side.people.rotate(Population.BIG);
        while (side.people.waitingKeys(Population.BIG) > 0) {
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - begin) / SECOND;
        out.printf(Locale.ROOT, "  rotation: %d keys in %.2f s%n", keys, seconds);
        results.add("encryption.rotation.throughput", keys / seconds, "1/s", null, null, false, keys + " keys of persons wrapped anew by the running desk, nothing else asked of it; " + machine);
    }

    /** A server with its data and its clients. */
    private final class Side implements AutoCloseable {

        private final DeskServer server;
        private final DeskDatabase database;
        private final DeskPeople people;
        private final List<Work> works;
        private final Rounds rounds;

        Side(String home, int port, List<String> javaOptions, Form form, int size) throws Exception {
            Path place = options.work.resolve(home);
            List<String> all = new ArrayList<>(DeskServer.WIDE_LIMITS);
            all.addAll(javaOptions);
            server = DeskServer.start(options.distribution, place, port, all);
            database = new DeskDatabase(place);
            server.overlook(database.observer());
            people = new DeskPeople(port, server.operatorToken());
            var population = new Population(people, database, new DeskKeys(place, database), form);
            population.settle(options.tenants);
            population.grow(size);
            out.printf(Locale.ROOT, "  %s has %s tickets%n", home, Options.name(size));
            var tokens = new ArrayList<String>();
            for (int i = 0; i < DeskPeople.AGENTS; i++) {
                tokens.add(people.token(Population.BIG, i));
            }
            works = Catalogue.product(new Site(port, people.host(Population.BIG), tokens, size)).stream().filter(work -> WORKS.contains(work.name())).toList();
            rounds = new Rounds(server, database, options, out, works);
        }

        Work work(String name) {
            return works.stream().filter(work -> work.name().equals(name)).findFirst().orElseThrow();
        }

        @Override
        public void close() throws IOException, SQLException {
            rounds.close();
            database.close();
            server.close();
        }
    }
}
