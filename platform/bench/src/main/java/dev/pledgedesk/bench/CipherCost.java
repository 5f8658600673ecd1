package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import java.io.PrintStream;
import java.nio.file.Path;
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
        Path nothing = Replacement.war(options.distribution.resolve("pledgedesk.war"), options.work.resolve("nothing"), "PersonKey");
        try (Side product = new Side(options, out, "home", options.port, List.of(), Form.SEALED, WORKS::contains);
                Side control = new Side(options, out, "nothing-home", options.port + 1, List.of("-Dpledgedesk.war=" + nothing), Form.NOTHING, WORKS::contains)) {
            Side.measure(options, product, control);
            WORKS.forEach(work -> tell(results, product.rounds().series().get(work), control.rounds().series().get(work)));
            rotate(results, product);
        }
    }

    private void tell(Results results, Series with, Series without) {
        Side.tell(results, "encryption." + with.work().replaceFirst("^(ticket|queue)[.]", "") + ".cpu", AIMS.get(with.work()), with, without,
            "the same build with a cipher that does nothing (rows as long, keys kept and wrapped all the same)", options, machine);
    }

    private void rotate(Results results, Side side) throws Exception {
        long keys = Long.parseLong(side.database().value("select count(*) from desk_keys.person_key k join desk.tenant t on t.id = k.tenant_id where t.key = '" + Population.BIG + "' and wrapped is not null"));
        long begin = System.nanoTime();
        side.people().rotate(Population.BIG);
        while (side.people().waitingKeys(Population.BIG) > 0) {
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - begin) / SECOND;
        out.printf(Locale.ROOT, "  rotation: %d keys in %.2f s%n", keys, seconds);
        results.add("encryption.rotation.throughput", keys / seconds, "1/s", null, null, false, keys + " keys of persons wrapped anew by the running desk, nothing else asked of it; " + machine);
    }
}
