package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What search over keyed tokens costs: the product, and the same build with words in clear, side by side on data of their own, each kind of search on both in every round. */
final class SearchCost {

    private static final String PREFIX = "search.";

    private final Options options;
    private final PrintStream out;
    private final String machine;

    SearchCost(Options options, PrintStream out, String machine) {
        this.options = options;
        this.out = out;
        this.machine = machine;
    }

    void measure(Results results) throws Exception {
        Path clear = Replacement.war(options.distribution.resolve("pledgedesk.war"), options.work.resolve("clear"), "WordToken");
        try (Side product = new Side(options, out, "home", options.port, List.of(), Form.SEALED, name -> name.startsWith(PREFIX));
                Side control = new Side(options, out, "clear-home", options.port + 1, List.of("-Dpledgedesk.war=" + clear), Form.WORDS_IN_CLEAR, name -> name.startsWith(PREFIX))) {
            Side.measure(options, product, control);
            product.works().forEach(work -> tell(results, product.rounds().series().get(work.name()), control.rounds().series().get(work.name())));
        }
    }

    private void tell(Results results, Series with, Series without) {
        Side.tell(results, "encryption." + with.work() + ".cpu", null, with, without, "the same build with words in clear in the index (values sealed all the same)", options, machine);
    }
}
