package dev.pledgedesk.report.control;

import dev.pledgedesk.complaint.ComplaintFigures.Figures;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a report says in words, on a page and in a document alike. */
@ApplicationScoped
public class ReportWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    /** The numbers that matter most, each with its name. */
    public List<List<String>> summary(Report r) {
        Messages in = language.messages();
        Figures f = r.figures();
        return List.of(List.of(in.text("report.received"), String.valueOf(f.received())), List.of(in.text("report.counted"), String.valueOf(f.counted())),
                List.of(in.text("report.share"), f.share() == null ? "–" : f.share() + " %"), List.of(in.text("report.first"), String.valueOf(f.satisfiedFirst())),
                List.of(in.text("report.median"), f.medianHours() == null ? "–" : in.text("promise.hours", f.medianHours())), List.of(in.text("report.open"), String.valueOf(f.open())));
    }

    /** How it was counted, what was left out, and up to when. */
    public List<String> method(Report r) {
        Messages in = language.messages();
        List<String> lines = new ArrayList<>(List.of(in.text("report.method.counted"), in.text("report.method.excluded"), in.text("report.method.received"), in.text("report.method.promises")));
        lines.add(in.text(r.whole() ? "report.method.cut" : "report.method.running", time(r.from()), time(r.cut())));
        return lines;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.of(tenants.config().tenant().zone())));
    }
}
