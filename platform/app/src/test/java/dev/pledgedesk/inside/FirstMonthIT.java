package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.appraisal.AppraisalState;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.MeritState;
import dev.pledgedesk.appraisal.Supervision;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.roster.Rosters;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.training.AssessmentState;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.ticket.TicketChange;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first weeks of somebody who is new, through all rooms that have to do with him: training, roster, tickets, appraisal. */
@ExtendWith(ArquillianExtension.class)
class FirstMonthIT extends TrainingRoom {

    private static final ConfigFile PEOPLE = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.create, ticket.reply, ticket.write]}",
            "- {key: trainer, name: {en: Trainer}, permissions: [ticket.read, training.read, training.manage]}", "- {key: inspector, name: {en: Inspector}, permissions: [ticket.read, inspection.do]}",
            "- {key: supervisor, name: {en: Supervisor}, permissions: [ticket.read, ticket.create, ticket.write, training.read, roster.read, roster.manage, appraisal.read, appraisal.manage]}",
            "- {key: manager, name: {en: Manager}, permissions: [ticket.read, appraisal.read, appraisal.manage]}"));
    private static final ConfigFile ROSTER = new ConfigFile("roster.yaml", String.join("\n", "posts: [{key: seat, name: {en: Seat}, roles: [agent], seats: 2, people: 1}]",
            "shifts: [{key: day, name: {en: Day}, from: '08:00', to: '16:00'}]", "cover: [{post: seat, shift: day, least: 1}]"));
    private static final ConfigFile APPRAISAL = new ConfigFile("appraisal.yaml", String.join("\n",
            "forms: [{key: answers, name: {en: Answers}, items: [{key: words, name: {en: Words}, points: 10, critical: false}]}]",
            "samplings: [{key: each, name: {en: One of each}, form: answers, roles: [agent], perPerson: 1}]", "schemes:", "- key: agents", "  name: {en: Agents}", "  roles: [agent]", "  every: quarter",
            "  indicators:", "  - {key: quality, name: {en: Quality}, source: inspections, weight: 40, worst: 50, best: 100}",
            "  - {key: training, name: {en: Training}, source: training, weight: 30, worst: 0, best: 100}", "  - {key: attendance, name: {en: Attendance}, source: attendance, weight: 30, worst: 0, best: 100}",
            "  grades: [{key: good, name: {en: Good}, from: 70}, {key: fair, name: {en: Fair}, from: 0}]",
            "merits: [{key: start, name: {en: A good start}, kind: reward, conditions: {en: Good in the first month}, effect: {en: A place in further study}, points: 3, approvers: [manager]}]"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Rosters rosters;

    @Inject
    Supervision supervision;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void fromTheFirstDayToTheFirstReward() {
        TenantId a = SmallDesk.configured(configurations, tenants, "month-a", PEOPLE, TRAINING, ROSTER, APPRAISAL);
        TenantId b = SmallDesk.configured(configurations, tenants, "month-b", PEOPLE, TRAINING, ROSTER, APPRAISAL);
        Member trainer = member(a, "trainer", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        Member manager = member(a, "manager", "desk");
        Member peer = member(a, "agent", "desk");
        questions(a, trainer);
        clock.pass(Duration.between(clock.now(), quarter()));

        Member fresh = member(a, "agent", "desk");
        UUID ticket = file(a, "first-month").id();
        by(a, supervisor, () -> changes.change(ticket, null, new TicketChange(null, null, null, null, null, "first", null, null, null)));
        assertThat(errors(() -> by(a, supervisor, () -> changes.change(ticket, null, to(fresh))))).as("no work").containsExactly("/assigneeId");
        assertThat(errors(() -> by(a, supervisor, () -> rosters.assign(shift(5, fresh))))).as("no duty").containsExactly("/staffId");

        work(a, "training-programmes", new UUID(0, 0));
        assertThat(by(a, fresh, () -> courses.tasks(fresh.id()))).isNotEmpty();
        attended(a, trainer, fresh);
        AssessmentView first = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work"));
        judged(a, trainer, peer, first.id(), fresh);
        written(a, fresh, first.id(), false);
        marked(a, trainer, 10);
        assertThat(by(a, fresh, () -> assessments.get(first.id())).state()).isEqualTo(AssessmentState.FAILED);
        clock.pass(Duration.ofDays(7));
        AssessmentView second = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work"));
        written(a, fresh, second.id(), true);
        marked(a, trainer, 8);
        keepFromWorkers(by(a, fresh, () -> qualifications.standing(fresh.id())).certificates().get(0).id());

        ShiftView day = by(a, supervisor, () -> rosters.assign(shift(2, fresh)));
        ShiftView next = by(a, supervisor, () -> rosters.assign(shift(3, fresh)));
        clock.pass(Duration.between(clock.now(), day.startsAt()).plusMinutes(2));
        by(a, fresh, () -> rosters.signIn(day.id(), List.of()));
        by(a, fresh, () -> changes.change(ticket, null, to(fresh)));
        by(a, fresh, () -> changes.change(ticket, null, TicketChange.toStatus("open")));
        by(a, fresh, () -> changes.change(ticket, null, TicketChange.toStatus("solved")));
        clock.pass(Duration.between(clock.now(), day.endsAt()).plusMinutes(1));
        by(a, fresh, () -> rosters.signOut(day.id()));

        Member inspector = member(a, "inspector", "desk");
        by(a, inspector, () -> supervision.draw("each", day.startsAt(), day.endsAt()));
        InspectionView drawn = by(a, inspector, () -> supervision.inspections(true, PageRequest.first(5))).items().get(0);
        assertThat(drawn.ticketId()).isEqualTo(ticket);
        by(a, inspector, () -> supervision.inspect(drawn.id(), Map.of("words", 9), null));

        by(a, supervisor, () -> supervision.begin("agents", today()));
        AppraisalView counted = by(a, fresh, () -> supervision.ownAppraisals(PageRequest.first(1))).items().get(0);
        assertThat(counted.scores()).filteredOn(s -> s.key().equals("quality")).singleElement().satisfies(s -> assertThat(s.score()).isEqualByComparingTo("80.0"));
        assertThat(counted.scores()).filteredOn(s -> s.key().equals("training")).singleElement().satisfies(s -> assertThat(s.refs()).as("both tries").hasSize(2));
        assertThat(counted.scores()).filteredOn(s -> s.key().equals("attendance")).singleElement().satisfies(s -> {
            assertThat(s.count()).as("the shift of tomorrow is not missed: " + next.day()).isEqualTo(1);
            assertThat(s.score()).isEqualByComparingTo(BigDecimal.valueOf(100));
        });
        by(a, supervisor, () -> supervision.talk(counted.id(), "A good start"));
        by(a, fresh, () -> supervision.acknowledge(counted.id()));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> supervision.close(counted.id()))).detail()).as("read is not agreed to").isEqualTo("appraisal.not-ready");
        clock.pass(Duration.ofDays(8));
        assertThat(by(a, supervisor, () -> supervision.close(counted.id())).state()).isEqualTo(AppraisalState.CLOSED);
        assertThat(told(a, fresh)).startsWith("appraisal-closed appraisal");

        UUID reward = by(a, supervisor, () -> supervision.propose(fresh.id(), "start", "Passed at the second try and in time every day")).id();
        assertThat(by(a, manager, () -> supervision.decideMerit(reward, true, null)).state()).isEqualTo(MeritState.IN_FORCE);
        assertThat(by(a, fresh, () -> supervision.ownMerits(PageRequest.first(5))).items()).singleElement().satisfies(m -> assertThat(m.points()).isEqualTo(3));
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, member(b, "manager", "desk"), () -> supervision.merit(reward))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    /** Some days after a quarter has begun, so that all of it lies in one. */
    private Instant quarter() {
        LocalDate now = today();
        return now.withDayOfMonth(1).withMonth((now.getMonthValue() - 1) / 3 * 3 + 1).plusMonths(3).plusDays(9).atTime(10, 0).atZone(ZONE).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZONE);
    }

    private ShiftDraft shift(int inDays, Member who) {
        return new ShiftDraft(today().plusDays(inDays), "day", "seat", who.id());
    }

    private static TicketChange to(Member who) {
        return new TicketChange(null, null, null, null, who.id().toString(), null, null, null, null);
    }

    private static List<String> errors(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).errors().stream().map(FieldError::pointer).toList();
    }
}
