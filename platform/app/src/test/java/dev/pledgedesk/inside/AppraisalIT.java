package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.appraisal.AppealState;
import dev.pledgedesk.appraisal.AppraisalState;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.MeritState;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.SampleView;
import dev.pledgedesk.appraisal.Supervision;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.TicketChange;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work is inspected by a draw, people are appraised from real data until it is frozen, and rewarded or held to account with a hearing. */
@ExtendWith(ArquillianExtension.class)
class AppraisalIT extends PeopleRoom {

    private static final ConfigFile PEOPLE = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.write]}",
            "- {key: inspector, name: {en: Inspector}, permissions: [ticket.read, inspection.do]}",
            "- {key: supervisor, name: {en: Supervisor}, permissions: [ticket.read, ticket.write, appraisal.read, appraisal.manage]}",
            "- {key: manager, name: {en: Manager}, permissions: [ticket.read, appraisal.read, appraisal.manage]}"));
    private static final ConfigFile APPRAISAL = new ConfigFile("appraisal.yaml", String.join("\n",
            "forms: [{key: answers, name: {en: Answers}, items: [{key: words, name: {en: Words}, points: 10, critical: false}, {key: truth, name: {en: Truth}, points: 10, critical: true}]}]",
            "samplings: [{key: monthly, name: {en: Two of each}, form: answers, roles: [agent], perPerson: 2}]", "schemes:", "- key: agents", "  name: {en: Agents}", "  roles: [agent]", "  every: month",
            "  indicators:", "  - {key: quality, name: {en: Quality}, source: inspections, weight: 60, worst: 50, best: 100}", "  - {key: work, name: {en: Work}, source: solved, weight: 20, worst: 0, best: 6}",
            "  - {key: conduct, name: {en: Conduct}, source: manual, weight: 20, worst: 0, best: 100}", "  grades: [{key: good, name: {en: Good}, from: 80}, {key: fair, name: {en: Fair}, from: 0}]",
            "  appealWithin: 7", "merits:",
            "- {key: praise, name: {en: Praise}, kind: reward, conditions: {en: Three thanks}, effect: {en: A bonus}, points: 5, approvers: [supervisor, manager], suggest: {source: inspections, atLeast: 95}}",
            "- {key: rude, name: {en: Rude}, kind: penalty, conditions: {en: Rude words}, effect: {en: A warning}, points: -5, approvers: [manager]}"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Supervision supervision;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private TenantId configured(String key) {
        return SmallDesk.configured(configurations, tenants, key, PEOPLE, APPRAISAL);
    }

    /** Tickets of somebody that are solved. */
    private void solve(TenantId tenant, Member supervisor, Member agent, int howMany) {
        for (int i = 0; i < howMany; i++) {
            UUID ticket = file(tenant, agent.id().toString().substring(24) + "-" + i).id();
            by(tenant, supervisor, () -> changes.change(ticket, null, new TicketChange(null, null, null, null, agent.id().toString(), null, null, null, null)));
            by(tenant, agent, () -> changes.change(ticket, null, TicketChange.toStatus("open")));
            by(tenant, agent, () -> changes.change(ticket, null, TicketChange.toStatus("solved")));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZONE);
    }

    @Test
    void whoIsInspectedIsAppraisedFromItAndNothingChangesAfterTheClose() {
        TenantId a = configured("appraise-a");
        TenantId b = configured("appraise-b");
        Member supervisor = member(a, "supervisor", "desk");
        Member manager = member(a, "manager", "desk");
        Member inspector = member(a, "inspector", "desk");
        Member second = member(a, "inspector", "desk");
        Member agent = member(a, "agent", "desk");
        Member idle = member(a, "agent", "desk");
        solve(a, supervisor, agent, 3);

        SampleView sample = by(a, inspector, () -> supervision.draw("monthly", clock.now().minus(Duration.ofDays(1)), clock.now().plusSeconds(1)));
        assertThat(sample.population()).isEqualTo(3);
        assertThat(sample.drawn()).isEqualTo(2);
        List<InspectionView> todo = by(a, inspector, () -> supervision.inspections(true, PageRequest.first(10))).items();
        assertThat(todo).hasSize(2).allSatisfy(i -> assertThat(i.staffId()).isEqualTo(agent.id()));
        assertThat(new HashSet<>(todo.stream().map(InspectionView::ticketId).toList())).hasSize(2);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> supervision.inspection(todo.get(0).id()))).kind()).as("not before it is done").isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(by(a, inspector, () -> supervision.inspect(todo.get(0).id(), Map.of("words", 8, "truth", 10), "canaryinspected")).score()).isEqualByComparingTo("90.0");
        assertThat(by(a, inspector, () -> supervision.inspect(todo.get(1).id(), Map.of("words", 10, "truth", 0), null)).score()).as("something critical").isZero();
        assertThat(leaks("canaryinspected")).as("sealed").isEmpty();
        assertThat(told(a, agent)).startsWith("inspection-failed inspection");
        UUID look = by(a, inspector, () -> supervision.calibrate(todo.get(0).id())).id();
        assertThat(by(a, second, () -> supervision.inspection(look)).otherScore()).as("not before he has looked").isNull();
        assertThat(by(a, second, () -> supervision.inspection(todo.get(0).id()))).as("nor at the first one itself").satisfies(i -> {
            assertThat(i.score()).isNull();
            assertThat(i.marks()).isEmpty();
            assertThat(i.words()).isNull();
        });
        assertThat(by(a, inspector, () -> supervision.inspection(todo.get(0).id())).score()).isEqualByComparingTo("90.0");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, inspector, () -> supervision.inspect(look, Map.of("words", 8, "truth", 10), null))).detail()).isEqualTo("appraisal.another-inspector");
        assertThat(by(a, second, () -> supervision.inspect(look, Map.of("words", 6, "truth", 10), null)).otherScore()).isEqualByComparingTo("90.0");

        assertThat(by(a, agent, () -> supervision.ownInspections(PageRequest.first(5))).items()).extracting(InspectionView::id).containsExactlyInAnyOrder(todo.get(0).id(), todo.get(1).id());
        assertThat(by(a, inspector, () -> supervision.draw("monthly", clock.now().minus(Duration.ofDays(1)), clock.now().plusSeconds(1))).population()).as("none of those is drawn again").isEqualTo(1);

        assertThat(by(a, supervisor, () -> supervision.begin("agents", today()))).isEqualTo(2);
        AppraisalView own = by(a, agent, () -> supervision.ownAppraisals(PageRequest.first(5))).items().get(0);
        assertThat(score(own, "quality").value()).as("the second look is no inspection of its own").isEqualByComparingTo("45.0");
        assertThat(score(own, "quality").score()).isZero();
        assertThat(score(own, "quality").refs()).extracting(IndicatorScore.Ref::id).containsExactly(todo.get(1).id(), todo.get(0).id());
        assertThat(score(own, "work").score()).isEqualByComparingTo("50.0");
        assertThat(own.total()).as("what is not measured does not count").isEqualByComparingTo("12.5");
        assertThat(by(a, idle, () -> supervision.ownAppraisals(PageRequest.first(5))).items().get(0).grade()).as("none of his was solved").isNotNull();
        assertThat(score(by(a, idle, () -> supervision.ownAppraisals(PageRequest.first(5))).items().get(0), "quality").score()).as("no mean of nothing").isNull();
        by(a, supervisor, () -> changes.change(todo.get(0).ticketId(), null, new TicketChange(null, null, null, null, idle.id().toString(), null, null, null, null)));

        by(a, agent, () -> supervision.saySelf(own.id(), "canaryself: I was alone"));
        by(a, supervisor, () -> supervision.set(own.id(), "conduct", BigDecimal.valueOf(90)));
        assertThat(by(a, supervisor, () -> supervision.begin("agents", today()))).as("counted anew").isEqualTo(2);
        assertThat(score(by(a, agent, () -> supervision.appraisal(own.id())), "work").value()).as("handed on after it was solved, it stays his").isEqualByComparingTo("3");
        assertThat(score(by(a, agent, () -> supervision.appraisal(own.id())), "conduct").score()).as("what was said stays").isEqualByComparingTo("90.0");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> supervision.close(own.id()))).detail()).isEqualTo("appraisal.not-ready");
        by(a, supervisor, () -> supervision.talk(own.id(), "Say what is true"));
        assertThat(told(a, agent)).startsWith("appraisal-talked appraisal");
        by(a, agent, () -> supervision.acknowledge(own.id()));
        by(a, agent, () -> supervision.appeal(own.id(), "The second one was not mine"));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> supervision.decide(own.id(), "No", Map.of()))).detail()).isEqualTo("appraisal.own-talk");
        AppraisalView changed = by(a, manager, () -> supervision.decide(own.id(), "Right", Map.of("quality", BigDecimal.valueOf(80))));
        assertThat(changed.appeal()).isEqualTo(AppealState.CHANGED);
        assertThat(changed.total()).isEqualByComparingTo("76.0");
        assertThat(by(a, supervisor, () -> supervision.close(own.id())).state()).isEqualTo(AppraisalState.CLOSED);
        assertThat(by(a, supervisor, () -> supervision.begin("agents", today()))).as("frozen").isEqualTo(1);
        assertThat(by(a, agent, () -> supervision.appraisal(own.id())).total()).isEqualByComparingTo("76.0");
        assertThat(leaks("canaryself")).as("sealed").isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, idle, () -> supervision.appraisal(own.id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, member(b, "manager", "desk"), () -> supervision.appraisal(own.id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    private static IndicatorScore score(AppraisalView view, String key) {
        return view.scores().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void aPenaltyIsHeardARewardIsApprovedByBoth() {
        TenantId a = configured("merit-a");
        Member supervisor = member(a, "supervisor", "desk");
        Member manager = member(a, "manager", "desk");
        Member other = member(a, "manager", "desk");
        Member inspector = member(a, "inspector", "desk");
        Member agent = member(a, "agent", "desk");
        MeritView penalty = by(a, supervisor, () -> supervision.propose(agent.id(), "rude", "canaryrude words on the phone"));
        assertThat(penalty.state()).isEqualTo(MeritState.HEARING);
        assertThat(told(a, agent)).startsWith("merit-hearing merit");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, manager, () -> supervision.decideMerit(penalty.id(), true, null))).kind()).as("not before he was heard").isEqualTo(Problem.Kind.CONFLICT);
        by(a, agent, () -> supervision.hear(penalty.id(), "He shouted first"));
        assertThat(told(a, manager)).startsWith("merit-to-approve merit");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> supervision.decideMerit(penalty.id(), true, null))).detail()).isEqualTo("appraisal.not-your-turn");
        assertThat(by(a, manager, () -> supervision.decideMerit(penalty.id(), true, null)).state()).isEqualTo(MeritState.IN_FORCE);
        by(a, agent, () -> supervision.appealMerit(penalty.id(), "Listen to the recording"));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, manager, () -> supervision.decideMeritAppeal(penalty.id(), true, "So be it"))).detail()).isEqualTo("appraisal.own-decision");
        assertThat(by(a, other, () -> supervision.decideMeritAppeal(penalty.id(), true, "He was right")).state()).isEqualTo(MeritState.LIFTED);
        assertThat(leaks("canaryrude")).as("sealed").isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, inspector, () -> supervision.merit(penalty.id()))).kind()).as("those who must see it").isEqualTo(Problem.Kind.NOT_FOUND);

        solve(a, supervisor, agent, 1);
        by(a, inspector, () -> supervision.draw("monthly", clock.now().minus(Duration.ofDays(1)), clock.now().plusSeconds(1)));
        UUID todo = by(a, inspector, () -> supervision.inspections(true, PageRequest.first(1))).items().get(0).id();
        by(a, inspector, () -> supervision.inspect(todo, Map.of("words", 10, "truth", 10), null));
        assertThat(by(a, manager, () -> supervision.suggestions())).singleElement().satisfies(s -> {
            assertThat(s.staffId()).isEqualTo(agent.id());
            assertThat(s.rule()).isEqualTo("praise");
        });
        MeritView reward = by(a, other, () -> supervision.propose(agent.id(), "praise", "Three customers have written"));
        assertThat(by(a, manager, () -> supervision.suggestions())).as("somebody has proposed it").isEmpty();
        assertThat(by(a, supervisor, () -> supervision.decideMerit(reward.id(), true, null)).nextApprover()).isEqualTo("manager");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, other, () -> supervision.decideMerit(reward.id(), true, null))).detail()).as("who has proposed it").isEqualTo("appraisal.not-your-turn");
        assertThat(by(a, manager, () -> supervision.decideMerit(reward.id(), true, null)).state()).isEqualTo(MeritState.IN_FORCE);
        assertThat(told(a, agent)).startsWith("merit-in-force merit");
        assertThat(Set.of(MeritState.IN_FORCE, MeritState.LIFTED)).containsAll(by(a, agent, () -> supervision.ownMerits(PageRequest.first(5))).items().stream().map(MeritView::state).toList());
    }

    @Test
    void whoDoesNotAnswerToAPenaltyIsNotWaitedForForEver() {
        TenantId a = configured("unheard-a");
        Member supervisor = member(a, "supervisor", "desk");
        Member manager = member(a, "manager", "desk");
        Member agent = member(a, "agent", "desk");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, manager, () -> supervision.propose(agent.id(), "rude", "He hung up on her"))).errors()).as("nobody could approve it")
                .extracting(FieldError::message).containsExactly("appraisal.nobody-approves");
        MeritView penalty = by(a, supervisor, () -> supervision.propose(agent.id(), "rude", "He hung up on her"));
        keepFromWorkers(penalty.id());
        assertThat(penalty.hearUntil()).isEqualTo(penalty.proposedAt().plus(Duration.ofDays(7)));
        clock.pass(Duration.ofDays(6));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, manager, () -> supervision.decideMerit(penalty.id(), true, null))).kind()).isEqualTo(Problem.Kind.CONFLICT);
        pass(a, "merit-hearing", Duration.ofDays(1).plusSeconds(1), penalty.id());
        assertThat(told(a, manager)).startsWith("merit-to-approve merit");
        assertThat(by(a, manager, () -> supervision.decideMerit(penalty.id(), true, null)).state()).isEqualTo(MeritState.IN_FORCE);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> supervision.hear(penalty.id(), "Too late"))).kind()).isEqualTo(Problem.Kind.CONFLICT);
    }
}
