package dev.pledgedesk.report.control;

import dev.pledgedesk.report.SatisfactionReports.Month;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.report.SatisfactionReports.Row;
import dev.pledgedesk.report.SatisfactionReports.Table;
import dev.pledgedesk.rest.Csv;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Writes a report as one long table: section, key, name, measure, number; keys are the same in every language. */
@ApplicationScoped
public class ReportCsv {

    private static final List<String> COLUMNS = List.of("section", "key", "name", "measure", "number");

    public byte[] write(Report r) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Csv csv = new Csv(out, COLUMNS);
            csv.row(Arrays.asList("report", "month", r.month(), "", ""));
            csv.row(Arrays.asList("report", "cut", r.cut(), "", ""));
            csv.row(Arrays.asList("total", "received", "", "count", r.figures().received()));
            csv.row(Arrays.asList("total", "counted", "", "count", r.figures().counted()));
            csv.row(Arrays.asList("total", "satisfied", "", "count", r.figures().satisfied()));
            csv.row(Arrays.asList("total", "satisfied", "", "per-cent", r.figures().share()));
            csv.row(Arrays.asList("total", "satisfied-first", "", "count", r.figures().satisfiedFirst()));
            csv.row(Arrays.asList("total", "median", "", "hours", r.figures().medianHours()));
            csv.row(Arrays.asList("total", "open", "", "count", r.figures().open()));
            for (Month m : r.trend()) {
                csv.row(Arrays.asList("month", m.month(), "", "received", m.received()));
                csv.row(Arrays.asList("month", m.month(), "", "counted", m.counted()));
                csv.row(Arrays.asList("month", m.month(), "", "satisfied", m.satisfied()));
            }
            for (Table t : r.tables()) {
                for (Row row : t.rows()) {
                    for (int i = 0; i < row.numbers().size(); i++) {
                        csv.row(Arrays.asList(t.key(), row.key(), row.name(), t.columns().get(i), row.numbers().get(i)));
                    }
                }
            }
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
