package dev.pledgedesk.report.boundary;

import dev.pledgedesk.api.PluginReportsApi;
import dev.pledgedesk.api.model.PluginReport;
import dev.pledgedesk.api.model.PluginReportList;
import dev.pledgedesk.api.model.PluginReportTable;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.report.PluginReports;
import dev.pledgedesk.report.PluginReports.Shown;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel.Table;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What plugins add to the report of a month, over REST. */
@RequestScoped
public class PluginReportsResource implements PluginReportsApi {

    @Inject
    PluginReports reports;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.REPORT_READ)
    public PluginReportList listPluginReports(String month) {
        Locale reader = language.messages().locale();
        return new PluginReportList().items(reports.of(month).stream().map(shown -> report(shown, reader)).toList());
    }

    private static PluginReport report(Shown shown, Locale reader) {
        return new PluginReport().plugin(shown.from().plugin()).use(shown.from().use()).name(shown.from().name().in(reader)).answered(shown.tables() != null)
                .tables(shown.tables() == null ? List.of() : shown.tables().stream().map(t -> table(t, reader)).toList());
    }

    private static PluginReportTable table(Table table, Locale reader) {
        return new PluginReportTable().caption(table.caption().in(reader)).columns(texts(table.columns(), reader)).rows(table.rows().stream().map(row -> texts(row, reader)).toList());
    }

    private static List<String> texts(List<Text> texts, Locale reader) {
        return texts.stream().map(text -> text.in(reader)).toList();
    }
}
