package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.report.SatisfactionReports;
import dev.pledgedesk.report.SatisfactionReports.Report;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The monthly report: what is counted, that a month which is over gives the same bytes for ever, and who gets it. */
@ExtendWith(ArquillianExtension.class)
class ReportsIT extends ComplaintRoom {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    SatisfactionReports reports;

    @Inject
    RequestLanguage language;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private <T> T read(TenantId tenant, Locale locale, Supplier<T> work) {
        Member reader = new Member(UUID.randomUUID(), "manager", EnumSet.of(Permission.REPORT_READ));
        return by(tenant, reader, () -> {
            language.speak(locale);
            return work.get();
        });
    }

    private String month() {
        return YearMonth.from(clock.now().atZone(ZONE)).toString();
    }

    /** To the middle of the next month, so that everything a test does is within one. */
    private void nextMonth() {
        clock.pass(Duration.between(clock.now(), YearMonth.from(clock.now().atZone(ZONE)).plusMonths(1).atDay(15).atStartOfDay(ZONE).toInstant()));
    }

    @Test
    void aMonthThatIsOverIsReportedTheSameForEver() {
        nextMonth();
        TenantId a = configured("report-a");
        TenantId b = configured("report-b");
        Member agent = member(a, "agent", "desk");
        Member finance = member(a, "handler", "finance");
        String month = month();
        UUID glad = asking(a, agent, finance, "glad").id();
        UUID sorry = asking(a, agent, finance, "sorry").id();
        UUID open = filed(a, agent, "open-one").id();
        by(a, agent, () -> complaints.satisfaction(glad, true, "phone", "Recording 1"));
        by(a, agent, () -> complaints.askException(sorry, "Cannot be reached"));
        Member manager = member(a, "manager", "desk");
        by(a, manager, () -> complaints.decideException(sorry, true, "So be it"));

        Report running = read(a, Locale.ENGLISH, () -> reports.of(month));
        assertThat(running.whole()).isFalse();
        assertThat(running.figures().received()).isEqualTo(3);
        assertThat(running.figures().counted()).isEqualTo(2);
        assertThat(running.figures().share()).isEqualTo(50);
        assertThat(running.figures().satisfiedFirst()).isEqualTo(1);
        assertThat(running.figures().open()).isEqualTo(1);
        assertThat(running.trend()).hasSize(6).last().satisfies(m -> assertThat(m.satisfied()).isEqualTo(1));
        assertThat(running.tables()).filteredOn(t -> t.key().equals("promise")).singleElement().satisfies(t -> assertThat(t.rows()).extracting(r -> r.key() + " " + r.numbers())
                .contains("plain/whole [1, 0]", "plain/dispatch [2, 0]"));
        assertThat(read(b, Locale.ENGLISH, () -> reports.of(month)).figures().received()).as("next door nothing").isZero();

        nextMonth();
        byte[] document = read(a, Locale.SIMPLIFIED_CHINESE, () -> reports.pdf(month));
        byte[] table = read(a, Locale.ENGLISH, () -> reports.csv(month));
        answered(a, agent, finance, open);
        by(a, agent, () -> complaints.move(open, "verifying", null));
        askedFor(a, agent, open);
        by(a, agent, () -> complaints.satisfaction(open, true, "phone", "Recording 2"));
        clock.pass(Duration.ofDays(3));
        assertThat(read(a, Locale.SIMPLIFIED_CHINESE, () -> reports.pdf(month))).as("the same bytes, whatever has happened since").isEqualTo(document);
        assertThat(read(a, Locale.ENGLISH, () -> reports.csv(month))).isEqualTo(table);
        assertThat(new String(table, StandardCharsets.UTF_8)).contains("total,satisfied,,per-cent,50", "outcome,exception,By exception,Complaints,1", "total,open,,count,1");
        assertThat(text(document)).contains("顾客满意度月报 " + month, "顾客满意率", "50 %", "本月已结束");
        assertThat(text(read(a, Locale.ENGLISH, () -> reports.pdf(month)))).contains("Customers’ satisfaction, " + month, "count as not satisfied");
    }

    private static String text(byte[] document) {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void whatIsNoMonthIsRefused() {
        TenantId a = configured("report-c");
        String later = YearMonth.from(clock.now().atZone(ZONE)).plusMonths(2).toString();
        for (String none : new String[] {"2026-13", "1999-12", "soon", later}) {
            assertThat(catchThrowableOfType(Problem.class, () -> read(a, Locale.ENGLISH, () -> reports.of(none))).errors()).as(none).extracting(e -> e.pointer()).containsExactly("/path/month");
        }
        Member nobody = new Member(UUID.randomUUID(), "agent", EnumSet.of(Permission.COMPLAINT_READ));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, nobody, () -> reports.of("2026-10"))).kind()).isEqualTo(Problem.Kind.DENIED);
    }

    @Test
    void itIsSentOnTheFirstOfTheMonth() {
        TenantId a = configured("report-d");
        Member manager = member(a, "manager", "desk");
        Member agent = member(a, "agent", "desk");
        assertThat(OwnerSql.read("select to_char(due_at at time zone 'Asia/Shanghai', 'DD HH24:MI') from due_work where kind = 'monthly-report' and tenant_id = ?", a.value())).containsExactly("01 06:00");
        // As the worker does it before the work.
        OwnerSql.change("delete from due_work where kind = 'monthly-report' and tenant_id = ?", a.value());
        nextMonth();
        work(a, "monthly-report", NIL);
        assertThat(told(a, manager)).containsExactly("report-ready satisfaction-report");
        assertThat(told(a, agent)).isEmpty();
        assertThat(OwnerSql.read("select after->>'sha256' from journal_entry where action = 'satisfaction.sent' and tenant_id = ?", a.value())).singleElement().satisfies(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
        assertThat(OwnerSql.read("select count(*)::text from due_work where kind = 'monthly-report' and tenant_id = ? and due_at > ?::timestamptz", a.value(), clock.now().toString())).as("and again").containsExactly("1");
    }
}
