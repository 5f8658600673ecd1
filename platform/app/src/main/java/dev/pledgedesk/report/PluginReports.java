package dev.pledgedesk.report;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.SdkLists;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.TicketPanel.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

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
        try {
            return of(YearMonth.parse(month));
        } catch (DateTimeParseException none) {
            throw SatisfactionReports.noMonth();
        }
    }

    /** Of a month in the tenant's zone. */
    public List<Shown> of(YearMonth month) {
        caller.require(Permission.REPORT_READ);
        return extensions.<ReportSource, List<Table>>all(ExtensionPoint.REPORT_SOURCE, null, visible -> source -> SdkLists.first(MOST_TABLES, Table.class, source.tables(month))).stream()
                .map(r -> new Shown(r.from(), r.answer())).filter(s -> s.tables() == null || !s.tables().isEmpty()).toList();
    }
}
