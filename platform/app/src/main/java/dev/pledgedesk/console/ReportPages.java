package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.report.BarChart;
import dev.pledgedesk.report.PluginReports;
import dev.pledgedesk.report.PluginReports.Shown;
import dev.pledgedesk.report.SatisfactionReports;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.rest.Download;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;

/** The monthly report on customers' satisfaction, as a page with its chart, a table and a document. */
@RequestScoped
@Path("/console/reports")
public class ReportPages implements PageResource {

    /**
     * A report.
     *
     * @param summary the numbers that matter most, each with its name
     * @param method  how it was counted
     * @param plugins what plugins add
     * @param earlier the month before; later is the one after, null if it has not begun
     */
    public record View(Report report, List<List<String>> summary, List<String> method, String chart, String earlier, String later, List<Shown> plugins) {
    }

    @Inject
    SatisfactionReports reports;

    @Inject
    PluginReports plugins;

    @Inject
    Site site;

    @Inject
    DeskClock clock;

    /** That of a month; of the last one that is over unless one is named. */
    @GET
    @Allowed(Permission.REPORT_READ)
    public HtmlPage show(@QueryParam("month") String month) {
        YearMonth now = YearMonth.from(clock.now().atZone(site.zone()));
        Report report = reports.of(month == null ? now.minusMonths(1).toString() : month);
        YearMonth next = report.month().plusMonths(1);
        return HtmlPage.of("console/report.jte", new View(report, reports.summary(report), reports.method(report), new BarChart(report.trend()).svg(site.text("report.trend")),
                report.month().minusMonths(1).toString(), next.isAfter(now) ? null : next.toString(), plugins.of(report.month())));
    }

    /** As a table. */
    @GET
    @Path("/{month}/csv")
    @Allowed(Permission.REPORT_READ)
    public Response csv(@PathParam("month") String month) {
        byte[] csv = reports.csv(month);
        return Download.csv("satisfaction-" + month + ".csv", out -> out.write(csv));
    }

    /** As a document. */
    @GET
    @Path("/{month}/pdf")
    @Allowed(Permission.REPORT_READ)
    public Response pdf(@PathParam("month") String month) {
        byte[] pdf = reports.pdf(month);
        return Download.pdf("satisfaction-" + month + ".pdf", out -> out.write(pdf));
    }
}
