package dev.pledgedesk.report;

import dev.pledgedesk.complaint.ComplaintFigures.Figures;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.report.control.ReportCsv;
import dev.pledgedesk.report.control.ReportMaker;
import dev.pledgedesk.report.control.ReportPdf;
import dev.pledgedesk.report.control.ReportWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The monthly report on customers' satisfaction: as numbers, a table and a document. Of a month that is over it is the same to the byte whenever it is made, as long as its configuration
 * calls things the same.
 */
@ApplicationScoped
public class SatisfactionReports {

    /**
     * A report.
     *
     * @param from   beginning of the month in the tenant's zone; until is its end, and cut the moment up to which data are in it
     * @param whole  whether the month is over
     * @param trend  the months up to this one, the oldest first
     * @param tables what ended, in several ways
     */
    public record Report(YearMonth month, Instant from, Instant until, Instant cut, boolean whole, String vendor, Figures figures, List<Month> trend, List<Table> tables) {
    }

    /** A month in the trend; the share is null if nothing ended. */
    public record Month(YearMonth month, long received, long counted, long satisfied, Integer share) {
    }

    /** A table with a heading: rows of a name and numbers, one for each column. */
    public record Table(String key, String title, List<String> columns, List<Row> rows) {
    }

    /** A row; the key is empty for what has none. */
    public record Row(String key, String name, List<Long> numbers) {
    }

    @Inject
    ReportMaker maker;

    @Inject
    ReportWords words;

    @Inject
    ReportCsv csv;

    @Inject
    ReportPdf pdf;

    @Inject
    Caller caller;

    /** That of a month such as {@code 2026-10}, in the language of the request; refused for one that has not begun. */
    public Report of(String month) {
        caller.require(Permission.REPORT_READ);
        try {
            return maker.make(YearMonth.parse(month));
        } catch (DateTimeException none) {
            throw noMonth();
        }
    }

    /** Of what was written in a month's place. */
    static Problem noMonth() {
        return Problem.invalid(new FieldError("/path/month", "report.no-month"));
    }

    /** The numbers of one that matter most, each with its name, in the language of the request. */
    public List<List<String>> summary(Report report) {
        return words.summary(report);
    }

    /** How it was counted, what was left out, and up to when. */
    public List<String> method(Report report) {
        return words.method(report);
    }

    /** As a table for spreadsheets. */
    public byte[] csv(String month) {
        return csv.write(of(month));
    }

    /** As a document. */
    public byte[] pdf(String month) {
        return pdf.write(of(month));
    }
}
