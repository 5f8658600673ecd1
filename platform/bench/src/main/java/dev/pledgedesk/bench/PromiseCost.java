package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What promises cost: tenants with four clocks for each ticket, and the same without policies, side by side on data of their own. */
final class PromiseCost {

    private static final Map<String, Aim> AIMS = Map.of("ticket.create", Aim.ratioAtMost(1.25));
    private static final List<String> WORKS = List.of("ticket.create", "ticket.reply", "ticket.page-html", "queue.page-html");

    private final Options options;
    private final PrintStream out;
    private final String machine;

    PromiseCost(Options options, PrintStream out, String machine) {
        this.options = options;
        this.out = out;
        this.machine = machine;
    }

    void measure(Results results) throws Exception {
        try (Side with = new Side(options, out, "home", options.port, List.of(), Form.SEALED, List.of("calendars.yaml", "promises.yaml"), WORKS::contains);
                Side without = new Side(options, out, "without-home", options.port + 1, List.of(), Form.SEALED, WORKS::contains)) {
            Side.measure(options, with, without);
            WORKS.forEach(work -> tell(results, with.rounds().series().get(work), without.rounds().series().get(work)));
        }
    }

    private void tell(Results results, Series with, Series without) {
        Side.tell(results, "promise." + with.work() + ".cpu", AIMS.get(with.work()), with, without, "the same without policies; loaded tickets have no clocks, new ones three and more", options, machine);
    }
}
