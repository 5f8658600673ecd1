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
import java.util.function.Predicate;

/** A server with data of its own and its clients, to be measured beside another one. */
final class Side implements AutoCloseable {

    private final DeskServer server;
    private final DeskDatabase database;
    private final DeskPeople people;
    private final Site site;
    private final List<Work> works;
    private final Rounds rounds;

    /**
     * Starts and fills it.
     *
     * @param wanted which kinds of work, by name
     */
    Side(Options options, PrintStream out, String home, int port, List<String> javaOptions, Form form, Predicate<String> wanted) throws Exception {
        this(options, out, home, port, javaOptions, form, List.of(), wanted);
    }

    /**
     * Starts and fills it.
     *
     * @param files  more files for its tenants than they need
     * @param wanted which kinds of work, by name
     */
    Side(Options options, PrintStream out, String home, int port, List<String> javaOptions, Form form, List<String> files, Predicate<String> wanted) throws Exception {
        int size = options.sizes().get(0);
        Path place = options.work.resolve(home);
        List<String> all = new ArrayList<>(DeskServer.WIDE_LIMITS);
        all.addAll(javaOptions);
        server = DeskServer.start(options.distribution, place, port, all);
        database = new DeskDatabase(place);
        server.overlook(database.observer());
        people = new DeskPeople(port, server.operatorToken(), files);
        var population = new Population(people, database, new DeskKeys(place, database), form);
        population.settle(options.tenants);
        population.grow(size);
        out.printf("  %s has %s tickets%n", home, Options.name(size));
        var tokens = new ArrayList<String>();
        for (int i = 0; i < DeskPeople.AGENTS; i++) {
            tokens.add(people.token(Population.BIG, i));
        }
        site = new Site(port, people.host(Population.BIG), tokens, size);
        works = Catalogue.product(site).stream().filter(work -> wanted.test(work.name())).toList();
        rounds = new Rounds(server, database, options, out, works);
    }

    /** Measures each kind of work on both in every round; both are warm before. */
    static void measure(Options options, Side product, Side control) throws Exception {
        List<Side> sides = List.of(product, control);
        for (Side side : sides) {
            side.rounds.warmUp(options.warmUp);
        }
        for (int round = 1; round <= options.rounds; round++) {
            for (int work = 0; work < product.works.size(); work++) {
                // Whoever comes second finds the machine as the other has left it, so they take turns in that as well.
                for (Side side : round % 2 == 0 ? List.of(control, product) : sides) {
                    side.rounds.round(round, side.works.get(work));
                }
            }
        }
    }

    /**
     * Tells how both did with one kind of work.
     *
     * @param control what the control is
     */
    static void tell(Results results, String id, Aim aim, Series with, Series without, String control, Options options, String machine) {
        results.add(id, with.cpu(), "ms", without.cpu(), aim, true, "%s tickets, %d clients, %d requests in %d rounds after %d; the control is %s; rounds from %.3f to %.3f, the control's from %.3f to %.3f; %s"
            .formatted(Options.name(options.sizes().get(0)), options.clients, with.count(), with.rounds(), with.warm(), control, with.cpuRange()[0], with.cpuRange()[1], without.cpuRange()[0], without.cpuRange()[1], machine));
    }

    /** Where its big tenant is. */
    Site site() {
        return site;
    }

    List<Work> works() {
        return works;
    }

    Rounds rounds() {
        return rounds;
    }

    DeskDatabase database() {
        return database;
    }

    DeskPeople people() {
        return people;
    }

    @Override
    public void close() throws IOException, SQLException {
        rounds.close();
        database.close();
        server.close();
    }
}
