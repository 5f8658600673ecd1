package dev.pledgedesk.report.control;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.report.BarChart;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.report.SatisfactionReports.Row;
import dev.pledgedesk.report.SatisfactionReports.Table;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a report as a document. */
@ApplicationScoped
public class ReportPdf {

    @Inject
    ReportWords words;

    @Inject
    RequestLanguage language;

    public byte[] write(Report r) {
        Messages in = language.messages();
        try (PdfPaper paper = new PdfPaper(in.text("report.title", r.month().toString()), in.locale(), r.cut(), r.month().toString())) {
            paper.small(r.vendor());
            paper.heading(in.text("report.title", r.month().toString()));
            for (List<String> line : words.summary(r)) {
                paper.row(line.get(0), List.of(line.get(1)));
            }
            paper.section(in.text("report.trend"));
            paper.chart(new BarChart(r.trend()));
            for (Table t : r.tables()) {
                paper.section(t.title());
                if (t.rows().isEmpty()) {
                    paper.small(in.text("report.nothing"));
                } else {
                    paper.row("", t.columns());
                }
                for (Row row : t.rows()) {
                    paper.row(row.name(), row.numbers().stream().map(String::valueOf).toList());
                }
            }
            paper.section(in.text("report.method"));
            words.method(r).forEach(paper::small);
            return paper.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
