package dev.pledgedesk.report.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.tenancy.ComplaintSection;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** On the first morning of a month the report of the one before goes to whom {@code complaints.yaml} names; the journal keeps its digest, so that a later copy can be held against it. */
@ApplicationScoped
public class MonthlySending implements DueWorker {

    static final String KIND = "monthly-report";
    private static final UUID ONE = Ids.FIRST;
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    @Inject
    ReportMaker maker;

    @Inject
    ReportPdf pdf;

    @Inject
    DueWork dueWork;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    void applied(@Observes ConfigApplied event) {
        dueWork.once(KIND, ONE, next());
    }

    @Override
    public void work(List<UUID> ids) {
        dueWork.once(KIND, ONE, next());
        if (report() != null) {
            send(YearMonth.from(clock.now().atZone(zone())).minusMonths(1));
        }
    }

    private void send(YearMonth month) {
        Locale first = Locale.forLanguageTag(tenants.config().tenant().locales().get(0));
        language.speak(first);
        Report made = maker.make(month);
        journal.write(new Journal.Entry("platform", "satisfaction.sent", "satisfaction-report", month.toString(), Map.of("language", first.toLanguageTag(), "sha256", Sha256.hex(pdf.write(made)),
                "counted", made.figures().counted(), "satisfied", made.figures().satisfied())));
        staff.inRoles(report().roles()).forEach(member -> notices.tell(member, "report-ready", "satisfaction-report", ONE, Map.of("number", month.toString(), "what",
                Messages.everywhere("report.name").byTag(), "percent", made.figures().share() == null ? "–" : made.figures().share().toString())));
    }

    private ComplaintSection.Report report() {
        return tenants.config().complaints() == null ? null : tenants.config().complaints().report();
    }

    /** The next first morning of a month. */
    private Instant next() {
        YearMonth now = YearMonth.from(clock.now().atZone(zone()));
        Instant ours = morning(now);
        return ours.isAfter(clock.now()) ? ours : morning(now.plusMonths(1));
    }

    private Instant morning(YearMonth month) {
        return month.atDay(1).atTime(MORNING).atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }
}
