package dev.pledgedesk.bench;

import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes figures of the rounds at all sizes, with the aims that the product has set itself. */
final class Figures {

    /** Kind of work and the CPU it may cost, ms for one request. A kind that is not here is measured without an aim. */
    private static final Map<String, Aim> CPU = Map.ofEntries(
        Map.entry("ticket.create", Aim.atMost(1.9)), Map.entry("ticket.read", Aim.atMost(0.9)), Map.entry("ticket.page-html", Aim.atMost(3)),
        Map.entry("queue.page", Aim.atMost(2)), Map.entry("queue.page-html", Aim.atMost(5)),
        Map.entry("search.rare-zh", Aim.atMost(10)), Map.entry("search.rare-en", Aim.atMost(10)), Map.entry("search.frequent-zh", Aim.atMost(10)),
        Map.entry("search.frequent-en", Aim.atMost(10)), Map.entry("search.phrase-zh", Aim.atMost(10)), Map.entry("search.two-words", Aim.atMost(10)));
    private static final Map<String, Aim> THROUGHPUT = Map.of("ticket.create", Aim.ratioAtLeast(0.25), "ticket.read", Aim.ratioAtLeast(0.3));
    /** How much more a request may cost at the largest size than at the smallest. */
    private static final Map<String, Aim> GROWTH = Map.of("queue.page", Aim.ratioAtMost(1.3), "queue.page-html", Aim.ratioAtMost(1.3), "search.", Aim.ratioAtMost(3));

    private static final String EMPTY = "control.empty-resource";
    private static final String JDBC = "control.jdbc-create";
    /** Tickets that aims are meant for. */
    static final int FULL_SIZE = 1_000_000;

    private final TreeMap<Integer, Map<String, Series>> sizes = new TreeMap<>();
    private final String machine;
    private final Options options;

    Figures(Options options, String machine) {
        this.options = options;
        this.machine = machine;
    }

    /** The rounds at one size. */
    void add(int size, Map<String, Series> series) {
        sizes.put(size, series);
    }

    /** Adds everything to the results. Ids without a size are those of the largest one; an aim that is meant for 1 M tickets is only judged there. */
    void tell(Results results) {
        sizes.descendingMap().forEach((size, series) -> series.values().forEach(one -> tell(results, size, one, series)));
        if (sizes.size() > 1) {
            growth(results);
        }
    }

    private void tell(Results results, int size, Series series, Map<String, Series> all) {
        boolean largest = size == sizes.lastKey();
        String work = series.work() + (largest ? "" : "-" + Options.name(size));
        boolean sized = series.work().startsWith("queue.") || series.work().startsWith("search.");
        boolean judged = largest && (!sized || size >= FULL_SIZE);
        Series control = series.work().startsWith("control.") ? null : all.get(series.work().startsWith("ticket.create") ? JDBC : EMPTY);
        String conditions = conditions(size, series);
        boolean jdbc = series.work().startsWith(JDBC);
        Double controlCpu = control == null ? null : Double.valueOf(control.work().equals(JDBC) ? control.clientAndDatabaseCpu() : control.cpu());
        results.add(work + ".cpu", jdbc ? series.clientAndDatabaseCpu() : series.cpu(), "ms", controlCpu, CPU.get(series.work()), judged, conditions
            + (jdbc ? ", CPU of the JDBC clients and PostgreSQL" : ", server %.3f and PostgreSQL %.3f ms, rounds from %.3f to %.3f".formatted(
                series.serverCpu(), series.databaseCpu(), series.cpuRange()[0], series.cpuRange()[1])));
        results.add(work + ".throughput", series.throughput(), "1/s", control == null ? null : control.throughput(), THROUGHPUT.get(series.work()), judged, conditions);
        for (int percent : List.of(50, 95, 99)) {
            results.add(work + ".p" + percent, series.latency(percent / 100.0), "ms", control == null ? null : control.latency(percent / 100.0), null, false, conditions);
        }
    }

    private void growth(Results results) {
        int from = sizes.firstKey();
        int to = sizes.lastKey();
        boolean judged = from <= 10_000 && to >= FULL_SIZE;
        sizes.get(to).forEach((work, series) -> {
            Series small = sizes.get(from).get(work);
            if (small != null && !work.startsWith("control.")) {
                Aim aim = GROWTH.entrySet().stream().filter(e -> work.equals(e.getKey()) || e.getKey().endsWith(".") && work.startsWith(e.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse(null);
                results.add(work + ".growth", series.cpu(), "ms", small.cpu(), aim, judged, "CPU at " + Options.name(to) + " tickets; the control is that at "
                    + Options.name(from) + "; " + machine);
            }
        });
    }

    private String conditions(int size, Series series) {
        var parts = new ArrayList<String>();
        parts.add(Options.name(size) + " tickets");
        parts.add(options.tenants + " small tenants");
        parts.add(options.clients + " clients");
        parts.add(series.count() + " requests in " + series.rounds() + " rounds after " + series.warm() + (size == sizes.firstKey() ? "" : " here and those at smaller sizes"));
        parts.add(machine);
        return String.join(", ", parts);
    }
}
