package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.TicketPanel.Table;
import java.time.YearMonth;
import java.util.List;

/** A service has figures for the report of a month. */
record RemoteReport(Service service) implements ReportSource, Asking {

    @Override
    public List<Table> tables(YearMonth month) throws Exception {
        return service.ask("/report", Questions.with("month", month.toString())).list("tables", Answer::table);
    }
}
