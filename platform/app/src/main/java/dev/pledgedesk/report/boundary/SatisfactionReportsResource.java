package dev.pledgedesk.report.boundary;

import dev.pledgedesk.api.SatisfactionReportsApi;
import dev.pledgedesk.api.model.SatisfactionMonth;
import dev.pledgedesk.api.model.SatisfactionReport;
import dev.pledgedesk.api.model.SatisfactionRow;
import dev.pledgedesk.api.model.SatisfactionTable;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.report.SatisfactionReports;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.rest.Download;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** The monthly report over REST. */
@RequestScoped
public class SatisfactionReportsResource implements SatisfactionReportsApi {

    @Inject
    SatisfactionReports reports;

    @Override
    @Allowed(Permission.REPORT_READ)
    public SatisfactionReport getSatisfactionReport(String month) {
        Report r = reports.of(month);
        return new SatisfactionReport().month(r.month().toString()).from(r.from()).until(r.until()).cut(r.cut()).whole(r.whole()).received(r.figures().received()).counted(r.figures().counted())
                .satisfied(r.figures().satisfied()).share(r.figures().share()).satisfiedFirst(r.figures().satisfiedFirst()).medianHours(r.figures().medianHours()).open(r.figures().open())
                .trend(r.trend().stream().map(m -> new SatisfactionMonth().month(m.month().toString()).received(m.received()).counted(m.counted()).satisfied(m.satisfied()).share(m.share())).toList())
                .tables(r.tables().stream().map(t -> new SatisfactionTable().key(t.key()).title(t.title()).columns(t.columns())
                        .rows(t.rows().stream().map(row -> new SatisfactionRow().key(row.key()).name(row.name()).numbers(row.numbers())).toList())).toList());
    }

    @Override
    @Allowed(Permission.REPORT_READ)
    public Response downloadSatisfactionTable(String month) {
        byte[] csv = reports.csv(month);
        return Download.csv("satisfaction-" + month + ".csv", out -> out.write(csv));
    }

    @Override
    @Allowed(Permission.REPORT_READ)
    public Response downloadSatisfactionDocument(String month) {
        byte[] pdf = reports.pdf(month);
        return Download.pdf("satisfaction-" + month + ".pdf", out -> out.write(pdf));
    }
}
