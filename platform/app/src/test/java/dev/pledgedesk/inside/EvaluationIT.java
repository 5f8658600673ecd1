package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.MailOutbox;
import dev.pledgedesk.notification.control.MailText;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations;
import dev.pledgedesk.quality.Evaluations.Answer;
import dev.pledgedesk.quality.Evaluations.Run;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.TicketChange;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Service is evaluated by a standard: customers are asked in writing and by phone, teams looked at on site, and the report stays as it was. */
@ExtendWith(ArquillianExtension.class)
class EvaluationIT extends PeopleRoom {

    private static final ConfigFile PEOPLE = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}, {key: second, name: {en: Second}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.write]}",
            "- {key: inspector, name: {en: Inspector}, permissions: [ticket.read, customer.read, quality.read, inspection.do]}",
            "- {key: manager, name: {en: Manager}, permissions: [ticket.read, quality.read, quality.manage]}",
            "- {key: officer, name: {en: Officer}, permissions: [mail.read]}"));
    private static final ConfigFile QUALITY = new ConfigFile("quality.yaml", String.join("\n", "standards:", "- key: service", "  name: {en: Service}", "  every: half-year", "  within: 20", "  aim: 80", "  parts:",
            "  - {key: letter, name: {en: Letter}, method: questionnaire, weight: 50, sample: 2, least: 2, answers: [{en: Bad}, {en: Fair}, {en: Good}], items: [{key: speed, name: {en: Speed}, points: 10, critical: false}, {key: manners, name: {en: Manners}, points: 30, critical: false}]}",
            "  - {key: call, name: {en: Call}, method: call-back, weight: 20, sample: 2, least: 2, answers: [{en: No}, {en: Yes}], items: [{key: settled, name: {en: Settled?}, points: 1, critical: false}]}",
            "  - {key: visit, name: {en: Visit}, method: on-site, weight: 30, items: [{key: records, name: {en: Records}, points: 10, critical: false}, {key: privacy, name: {en: Privacy}, points: 10, critical: true}]}"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern SECRET = Pattern.compile("(?<=/questionnaires/)[\\w-]+");

    @Inject
    Evaluations evaluations;

    @Inject
    Readings readings;

    @Inject
    MailOutbox outbox;

    @Inject
    OutgoingMails mails;

    @Inject
    MailText texts;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private TenantId configured(String key) {
        TenantId tenant = SmallDesk.configured(configurations, tenants, key, PEOPLE, QUALITY);
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where kind = ?", "evaluations-due");
        return tenant;
    }

    private void serve(TenantId tenant, String... customers) {
        for (String customer : customers) {
            UUID ticket = file(tenant, customer).id();
            as(tenant, () -> changes.change(ticket, null, TicketChange.toStatus("open")));
            as(tenant, () -> changes.change(ticket, null, TicketChange.toStatus("solved")));
        }
    }

    /** Secrets of letters, as their readers see them. */
    private List<String> secrets(TenantId tenant) {
        List<String> found = new ArrayList<>();
        scope.run(tenant, () -> step.run(() -> mails.page(PageRequest.first(50)).items().stream().map(mail -> SECRET.matcher(texts.body(mail))).filter(Matcher::find).map(Matcher::group).forEach(found::add)));
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZONE);
    }

    private static Problem refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }

    @Test
    void customersAnswerTeamsAreLookedAtAndTheReportStays() {
        TenantId a = configured("evaluate-a");
        TenantId b = configured("evaluate-b");
        Member manager = member(a, "manager", "desk");
        Member inspector = member(a, "inspector", "desk", "second");
        Member officer = member(a, "officer", "desk");
        serve(a, "anna", "bert", "cleo", "dora");
        serve(b, "emil");

        assertThat(refused(() -> by(a, manager, () -> evaluations.begin("service", today().plusYears(1)))).errors()).extracting(FieldError::pointer).containsExactly("/day");
        assertThat(refused(() -> by(a, inspector, () -> evaluations.begin("service", today()))).kind()).isEqualTo(Problem.Kind.DENIED);
        Run run = by(a, manager, () -> evaluations.begin("service", today()));
        assertThat(run.to()).isEqualTo(run.from().plusMonths(6).minusDays(1));
        assertThat(run.report().parts()).extracting(EvaluationReport.Part::drawn).as("shared by who is there").containsExactly(2, 2, 2);
        assertThat(run.report().total()).isNull();
        assertThat(refused(() -> by(a, manager, () -> evaluations.begin("service", today()))).detail()).isEqualTo("quality.evaluated-already");
        assertThat(told(a, inspector)).contains("evaluation-begun evaluation");
        assertThat(by(a, manager, () -> evaluations.clocks(run.id()))).singleElement().satisfies(c -> assertThat(c.reading().state()).isEqualTo(ClockState.RUNNING));

        List<String> letters = secrets(a);
        assertThat(letters).hasSize(2).doesNotHaveDuplicates();
        assertThat(by(a, officer, () -> outbox.page(PageRequest.first(50))).items()).as("nobody answers in a customer's place").noneMatch(mail -> letters.stream().anyMatch(mail.body()::contains));
        assertThat(OwnerSql.read("select count(*)::text from evaluation_answer where customer_id is not null")).as("nobody is asked twice")
                .isEqualTo(OwnerSql.read("select count(distinct customer_id)::text from evaluation_answer where customer_id is not null"));
        assertThat(leaks(letters.get(0))).as("only a hash of it, and the letter is sealed").isEmpty();
        assertThat(refused(() -> as(b, () -> evaluations.questionnaire(letters.get(0)))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(refused(() -> as(a, () -> evaluations.fill(letters.get(0), Map.of("speed", 3, "charm", 1), null))).errors()).extracting(FieldError::pointer).containsExactlyInAnyOrder("/marks/speed", "/marks/charm");
        assertThat(refused(() -> as(a, () -> evaluations.fill(letters.get(0), Map.of(), "Fine"))).errors()).extracting(FieldError::pointer).containsExactly("/marks");
        assertThat(as(a, () -> evaluations.fill(letters.get(0), Map.of("speed", 1, "manners", 2), "canaryletter")).answered()).isTrue();
        assertThat(leaks("canaryletter")).as("sealed").isEmpty();
        assertThat(refused(() -> as(a, () -> evaluations.fill(letters.get(0), Map.of("speed", 0), null))).detail()).isEqualTo("quality.answered-already");
        as(a, () -> evaluations.fill(letters.get(1), Map.of("manners", 1), null));

        List<Answer> tasks = by(a, inspector, () -> evaluations.answers(run.id(), true, PageRequest.first(20))).items();
        assertThat(tasks).extracting(t -> t.part().key()).containsExactlyInAnyOrder("call", "call", "visit", "visit");
        Answer letter = by(a, inspector, () -> evaluations.answers(run.id(), false, PageRequest.first(20))).items().stream().filter(t -> "canaryletter".equals(t.words())).findFirst().orElseThrow();
        assertThat(letter.score()).as("half of ten and all of thirty").isEqualByComparingTo("87.5");
        assertThat(refused(() -> by(a, inspector, () -> evaluations.record(letter.id(), Map.of("speed", 2), null))).detail()).isEqualTo("quality.answers-himself");
        call(a, inspector, tasks.stream().filter(t -> t.part().key().equals("call")).toList());
        visit(a, inspector, tasks.stream().filter(t -> t.part().key().equals("visit")).toList());

        Run done = by(a, manager, () -> evaluations.get(run.id()));
        assertThat(done.report().part("letter").score().mean()).isEqualTo((87.5 + 50) / 2);
        assertThat(done.report().part("letter").items()).filteredOn(i -> i.key().equals("speed")).singleElement().satisfies(i -> assertThat(i.score().count()).as("one has left it out").isEqualTo(1));
        assertThat(done.report().part("call").counts()).as("one is too few").isFalse();
        assertThat(done.report().part("visit").failures()).isEqualTo(1);
        assertThat(done.report().total().mean()).as("by weight, of what counts").isCloseTo((50 * 68.75 + 30 * 40) / 80, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(refused(() -> by(a, manager, () -> evaluations.close(run.id(), " "))).errors()).isNotEmpty();
        Run closed = by(a, manager, () -> evaluations.close(run.id(), "canaryconclusion"));
        assertThat(closed.report().total().mean()).isEqualTo(done.report().total().mean());
        assertThat(closed.report().part("call").missed()).isEqualTo(1);
        assertThat(leaks("canaryconclusion")).as("sealed").isEmpty();
        assertThat(by(a, manager, () -> evaluations.clocks(run.id()))).singleElement().satisfies(c -> assertThat(c.reading().state()).isEqualTo(ClockState.FULFILLED));
        assertThat(refused(() -> by(a, manager, () -> evaluations.close(run.id(), "Again"))).detail()).isEqualTo("quality.evaluation-closed");
        assertThat(refused(() -> by(b, member(b, "manager", "desk"), () -> evaluations.get(run.id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(refused(() -> by(b, member(b, "inspector", "desk"), () -> evaluations.answer(tasks.get(0).id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    /** One is not reached, the other says yes; his number is open to who calls until then. */
    private void call(TenantId a, Member inspector, List<Answer> calls) {
        Answer first = calls.get(0);
        Answer second = calls.get(1);
        assertThat(by(a, inspector, () -> evaluations.miss(first.id(), false)).tries()).isEqualTo(1);
        assertThat(by(a, inspector, () -> readings.open(second.customerId(), new Readings.Why(ReadingPurpose.CALL_BACK, second.id(), null))).phone()).startsWith("+49");
        assertThat(refused(() -> by(a, inspector, () -> readings.open(first.customerId(), new Readings.Why(ReadingPurpose.CALL_BACK, second.id(), null)))).kind()).as("another's").isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(by(a, inspector, () -> evaluations.record(second.id(), Map.of("settled", 1), "canarycall")).state()).isEqualTo(State.ANSWERED);
        assertThat(leaks("canarycall")).as("sealed").isEmpty();
        assertThat(refused(() -> by(a, inspector, () -> readings.open(second.customerId(), new Readings.Why(ReadingPurpose.CALL_BACK, second.id(), null)))).kind()).as("he was spoken to").isEqualTo(Problem.Kind.CONFLICT);
    }

    private void visit(TenantId a, Member inspector, List<Answer> visits) {
        Answer own = visits.stream().filter(v -> v.team().equals("second")).findFirst().orElseThrow();
        Answer other = visits.stream().filter(v -> v.team().equals("first")).findFirst().orElseThrow();
        assertThat(refused(() -> by(a, inspector, () -> evaluations.record(own.id(), Map.of("records", 8, "privacy", 8), null))).detail()).isEqualTo("quality.own-team");
        Member stranger = member(a, "inspector", "desk");
        assertThat(by(a, stranger, () -> evaluations.record(own.id(), Map.of("records", 6, "privacy", 10), "canaryvisit")).score()).isEqualByComparingTo("80.0");
        assertThat(by(a, stranger, () -> evaluations.record(other.id(), Map.of("records", 10, "privacy", 0), null)).score()).as("something critical").isZero();
        assertThat(leaks("canaryvisit")).as("sealed").isEmpty();
        assertThat(refused(() -> by(a, stranger, () -> evaluations.miss(other.id(), true))).detail()).isEqualTo("quality.not-called");
    }

    @Test
    void oneBeginsByItselfOnceItsTimeIsOver() {
        TenantId a = configured("evaluations-a");
        TenantId b = configured("evaluations-b");
        Member manager = member(a, "manager", "desk");
        serve(a, "fritz");
        LocalDate end = LocalDate.of(today().getYear(), today().getMonthValue() < 7 ? 7 : 1, 1).plusYears(today().getMonthValue() < 7 ? 0 : 1);
        clock.pass(Duration.between(clock.now(), end.plusDays(2).atStartOfDay(ZONE).toInstant()));
        List.of(a, b).forEach(tenant -> {
            work(tenant, "evaluations-due", Ids.FIRST);
            work(tenant, "evaluations-due", Ids.FIRST);
        });
        Page<Run> begun = by(a, manager, () -> evaluations.page(PageRequest.first(5)));
        assertThat(begun.items()).singleElement().satisfies(r -> assertThat(r.from()).isEqualTo(end.minusMonths(6)));
        assertThat(told(a, manager)).contains("evaluation-begun evaluation");
        assertThat(by(b, member(b, "manager", "desk"), () -> evaluations.page(PageRequest.first(5))).items()).as("nobody was served").isEmpty();
    }
}
