package dev.pledgedesk.report;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Outcome;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.TicketPanel.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** Figures that the tenant's plugins add to the report of a month. Asked when somebody looks; never a part of a transaction. */
@ApplicationScoped
public class PluginReports {

    private static final int MOST_TABLES = 10;

    /**
     * What one plugin shows.
     *
     * @param tables null if it does not answer now
     */
    public record Shown(ExtensionRef from, List<Table> tables) {
    }

    @Inject
    Extensions extensions;

    @Inject
    Caller caller;

    /** Of a month such as {@code 2026-10}. */
    public List<Shown> of(String month) {
        caller.require(Permission.REPORT_READ);
        YearMonth wanted;
        try {
            wanted = YearMonth.parse(month);
        } catch (DateTimeException none) {
            throw Problem.invalid(new FieldError("/path/month", "report.no-month"));
        }
        return extensions.<ReportSource, List<Table>>all(ExtensionPoint.REPORT_SOURCE, null, visible -> source -> source.tables(wanted).stream().limit(MOST_TABLES).map(Table.class::cast).map(Objects::requireNonNull).toList()).stream()
                .map(r -> new Shown(r.from(), r.outcome() instanceof Outcome.Answered<List<Table>> answered ? answered.answer() : null)).filter(s -> s.tables() == null || !s.tables().isEmpty()).toList();
    }
}
