package dev.pledgedesk.report.control;

import dev.pledgedesk.complaint.ComplaintFigures;
import dev.pledgedesk.complaint.ComplaintFigures.Figures;
import dev.pledgedesk.complaint.ComplaintFigures.InShort;
import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.Fault;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.promise.ClockFigures;
import dev.pledgedesk.promise.ClockFigures.Kept;
import dev.pledgedesk.report.SatisfactionReports.Month;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.report.SatisfactionReports.Row;
import dev.pledgedesk.report.SatisfactionReports.Table;
import dev.pledgedesk.tenancy.ComplaintSection.Limit;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a monthly report of figures of other rooms. */
@ApplicationScoped
public class ReportMaker {

    private static final int TREND = 6;
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    @Inject
    ComplaintFigures complaints;

    @Inject
    ClockFigures clocks;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /** That of a month; refused as no month if it has not begun. */
    public Report make(YearMonth month) {
        TenantConfig config = tenants.config();
        ZoneId zone = ZoneId.of(config.tenant().zone());
        Instant now = clock.now();
        Instant from = begin(month, zone);
        if (from.isAfter(now) || month.isBefore(FIRST)) {
            throw new DateTimeException("no month: " + month);
        }
        Instant until = begin(month.plusMonths(1), zone);
        boolean whole = !until.isAfter(now);
        Instant cut = whole ? until : now;
        Figures figures = complaints.of(from, cut);
        List<Month> trend = IntStream.rangeClosed(1 - TREND, 0).mapToObj(month::plusMonths).map(m -> month(m, m.equals(month) ? figures.inShort() : complaints.shortly(begin(m, zone), begin(m.plusMonths(1), zone)))).toList();
        return new Report(month, from, until, cut, whole, config.tenant().name().in(language.locale()), figures, trend, tables(config, figures, clocks.of("complaint", from, cut)));
    }

    private static Instant begin(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Month month(YearMonth month, InShort f) {
        return new Month(month, f.received(), f.counted(), f.satisfied(), f.share());
    }

    private List<Table> tables(TenantConfig config, Figures f, List<Kept> kept) {
        Messages in = language.messages();
        List<String> count = List.of(in.text("report.count"));
        Map<String, String> outcomes = new LinkedHashMap<>();
        Arrays.stream(ComplaintOutcome.values()).forEach(outcome -> outcomes.put(outcome.key(), in.text("console.complaint.outcome." + outcome.key())));
        Map<String, String> faults = new LinkedHashMap<>();
        Arrays.stream(Fault.values()).forEach(fault -> faults.put(fault.key(), in.text("console.complaint.fault." + fault.key())));
        return List.of(table("outcome", count, outcomes, f.byOutcome()), table("severity", count, names(config.severities()), f.bySeverity()), table("cause", count, names(config.causes()), f.byCause()),
                table("at-fault", count, faults, f.byFault()), new Table("promise", in.text("report.table.promise"), List.of(in.text("report.kept"), in.text("report.broken")), kept.stream()
                        .map(k -> new Row(k.policy() + "/" + k.target(), promise(config, k), List.of(k.kept(), k.broken()))).toList()));
    }

    private String promise(TenantConfig config, Kept k) {
        return config.regimes().stream().filter(r -> r.key().equals(k.policy())).flatMap(r -> r.limits().stream()).filter(l -> l.key().equals(k.target())).findFirst().map(Limit::name)
                .map(name -> name.in(language.locale())).orElse(k.target());
    }

    private Map<String, String> names(List<Named> all) {
        Map<String, String> names = new LinkedHashMap<>();
        all.forEach(n -> names.put(n.key(), n.name().in(language.locale())));
        return names;
    }

    /** In the order of the names; then what has lost its name, and what has none. */
    private Table table(String key, List<String> columns, Map<String, String> names, Map<String, Long> counts) {
        Stream<Row> known = names.entrySet().stream().filter(e -> counts.containsKey(e.getKey())).map(e -> new Row(e.getKey(), e.getValue(), List.of(counts.get(e.getKey()))));
        Stream<Row> others = counts.entrySet().stream().filter(e -> !names.containsKey(e.getKey()))
                .map(e -> new Row(e.getKey(), e.getKey().isEmpty() ? language.messages().text("report.none") : e.getKey(), List.of(e.getValue())));
        return new Table(key, language.messages().text("report.table." + key), columns, Stream.concat(known, others).toList());
    }
}
