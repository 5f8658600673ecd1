package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockFigures;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.promise.TimeMachine;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.Priority;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promises as time passes: what starts, stops and ends them, who is told when, and what an outage does to that. */
@ExtendWith(ArquillianExtension.class)
class PromiseClocksIT extends ClockRoom {

    @Inject
    ClockFigures figures;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void theTimeIsWatchedWarnedOfBrokenAndEscalated() {
        TenantId a = configured("promise-a");
        TenantId b = configured("promise-b");
        UUID supervisor = member(a, "supervisor");
        UUID manager = member(a, "manager");
        UUID nextDoor = member(b, "supervisor");
        TicketDetails ticket = filed(a, "watched");
        TicketDetails other = filed(b, "unwatched");
        assertThat(clocks(a, ticket.id())).extracting(ClockView::target).containsExactlyInAnyOrder("taken", "answer", "solution");
        agent(a, () -> changes.change(ticket.id(), reading.get(ticket.id()).version(), TicketChange.toStatus("open")));
        keepFromWorkers(ticket.id());
        assertThat(clock(a, ticket.id(), "taken").reading().state()).as("somebody has moved it").isEqualTo(ClockState.FULFILLED);

        clock.pass(Duration.ofHours(6));
        look(a, ticket.id());
        assertThat(kinds(clock(a, ticket.id(), "answer"))).containsExactly(Kind.ACTIVATE, Kind.WARN);
        look(a, ticket.id());
        assertThat(kinds(clock(a, ticket.id(), "answer"))).as("once").hasSize(2);
        assertThat(told(a, supervisor)).isEmpty();

        clock.pass(Duration.ofHours(5));
        look(a, ticket.id());
        ClockView broken = clock(a, ticket.id(), "answer");
        assertThat(kinds(broken)).as("what was missed comes in its order").containsExactly(Kind.ACTIVATE, Kind.WARN, Kind.WARN, Kind.BREACH, Kind.ESCALATE);
        assertThat(broken.reading().brokenAt()).isEqualTo(broken.events().get(0).at().plus(Duration.ofHours(10)));
        assertThat(broken.events().get(3).at()).as("as of the moment, not of the look").isEqualTo(broken.reading().brokenAt());
        assertThat(told(a, supervisor)).containsExactly("promise-escalated");
        assertThat(told(a, manager)).isEmpty();
        clock.pass(Duration.ofHours(2));
        look(a, ticket.id());
        assertThat(told(a, manager)).containsExactly("promise-escalated");
        say(a, ticket.id(), null);
        ClockView late = clock(a, ticket.id(), "answer");
        assertThat(late.reading().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(late.reading().brokenAt()).as("late is late").isNotNull();
        assertThat(OwnerSql.read("select action from journal_entry where tenant_id = ? and action like 'clock.%' order by id", a.value()))
                .containsExactly("clock.warn", "clock.warn", "clock.breach", "clock.escalate", "clock.escalate");
        assertThat(told(b, nextDoor)).as("next door nothing").isEmpty();
        assertThat(kinds(clock(b, other.id(), "answer"))).containsExactly(Kind.ACTIVATE);
    }

    @Test
    void aBrokenPromiseIsHisWhoHadTheTicketThen() {
        TenantId a = configured("promise-whose");
        UUID first = member(a, "agent");
        UUID second = member(a, "supervisor");
        TicketDetails ticket = filed(a, "whose");
        change(a, ticket.id(), to(first));
        clock.pass(Duration.ofHours(11));
        look(a, ticket.id());
        change(a, ticket.id(), to(second));
        say(a, ticket.id(), null);
        Instant now = clock.now().plusSeconds(1);
        List<ClockFigures.OfPerson> people = scope.call(a, () -> figures.byPerson("ticket", now.minus(Duration.ofDays(1)), now));
        assertThat(people).filteredOn(p -> p.staffId().equals(first)).singleElement().satisfies(p -> assertThat(p.broken()).isPositive());
        assertThat(people).as("whoever ends it later has not broken it").noneMatch(p -> p.staffId().equals(second) && p.broken() > 0);
        assertThat(scope.call(a, () -> figures.broken("ticket", now.minus(Duration.ofDays(1)), now, 10))).extracting(ClockFigures.Broken::staffId).containsOnly(first);
    }

    private static TicketChange to(UUID member) {
        return new TicketChange(null, null, null, null, member.toString(), null, null, null, null);
    }

    @Test
    void anAnswerEndsWhatWasOwedAndACustomersWordBeginsTheNext() {
        TenantId a = configured("promise-d");
        TicketDetails ticket = filed(a, "talk");
        say(a, ticket.id(), null);
        assertThat(clock(a, ticket.id(), "answer").reading().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(clocks(a, ticket.id())).extracting(ClockView::target).doesNotContain("next");
        scope.run(a, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, ticket.requester().id(), Set.of(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_REPLY, Permission.TICKET_WRITE), null, null));
            conversation.add(ticket.id(), new Conversation.NewMessage(false, "And now?", null, null, List.of()));
            conversation.add(ticket.id(), new Conversation.NewMessage(false, "Hello?", null, null, List.of()));
        });
        keepFromWorkers(ticket.id());
        assertThat(clocks(a, ticket.id()).stream().filter(c -> c.target().equals("next"))).as("one, from his first word").hasSize(1);
        say(a, ticket.id(), null);
        assertThat(clock(a, ticket.id(), "next").reading().state()).isEqualTo(ClockState.FULFILLED);
    }

    @Test
    void aTicketThatIsTakenUpAgainGoesOnWhereItStood() {
        TenantId a = configured("promise-e");
        TicketDetails ticket = filed(a, "again");
        change(a, ticket.id(), TicketChange.toStatus("open"));
        clock.pass(Duration.ofHours(3));
        change(a, ticket.id(), TicketChange.toStatus("solved"));
        assertThat(clock(a, ticket.id(), "solution").reading().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(clock(a, ticket.id(), "answer").reading().state()).as("nobody waits for an answer any more").isEqualTo(ClockState.CANCELLED);
        clock.pass(Duration.ofHours(50));
        change(a, ticket.id(), TicketChange.toStatus("open"));
        change(a, ticket.id(), new TicketChange(null, Priority.URGENT, null, null, null, null, null, null, null));
        assertThat(clock(a, ticket.id(), "urgent").reading().elapsed().toHours()).as("nor with another target").isEqualTo(3);
        change(a, ticket.id(), new TicketChange(null, Priority.NORMAL, null, null, null, null, null, null, null));
        clock.pass(Duration.ofHours(2));
        ClockView solution = clock(a, ticket.id(), "solution");
        assertThat(solution.reading().state()).isEqualTo(ClockState.RUNNING);
        assertThat(solution.reading().elapsed().toHours()).as("the time between does not count").isEqualTo(5);
        assertThat(solution.reading().ran().size()).isGreaterThan(1);
    }

    @Test
    void aCustomerWhoTakesATicketUpAgainWaitsForAnAnswer() {
        TenantId a = configured("promise-l");
        TicketDetails ticket = filed(a, "back");
        say(a, ticket.id(), null);
        change(a, ticket.id(), TicketChange.toStatus("solved"));
        scope.run(a, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, ticket.requester().id(), Set.of(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_REPLY, Permission.TICKET_WRITE), null, null));
            conversation.add(ticket.id(), new Conversation.NewMessage(false, "It is broken again", null, null, List.of()));
        });
        keepFromWorkers(ticket.id());
        assertThat(clock(a, ticket.id(), "next").reading().state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock(a, ticket.id(), "solution").reading().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void anotherPriorityHasAnotherLimitFromTheSameBeginning() {
        TenantId a = configured("promise-f");
        TicketDetails ticket = filed(a, "urgent");
        clock.pass(Duration.ofHours(4));
        change(a, ticket.id(), new TicketChange(null, Priority.URGENT, null, null, null, null, null, null, null));
        ClockView old = clock(a, ticket.id(), "solution");
        ClockView urgent = clock(a, ticket.id(), "urgent");
        assertThat(old.reading().state()).isEqualTo(ClockState.CANCELLED);
        assertThat(urgent.reading().elapsed().toHours()).isEqualTo(4);
        assertThat(urgent.reading().dueAt()).isEqualTo(old.events().get(0).at().plus(Duration.ofHours(20)));
    }

    @Test
    void aTimeThatSomebodyNamesIsAClockWhateverThePoliciesSay() {
        TenantId a = configured("promise-g");
        TenantId none = desk("promise-h");
        for (TenantId tenant : List.of(a, none)) {
            TicketDetails ticket = filed(tenant, "named");
            Instant named = clock.now().plus(Duration.ofHours(2));
            say(tenant, ticket.id(), named);
            ClockView clockOfIt = clock(tenant, ticket.id(), "promised-time");
            assertThat(clockOfIt.namedAt()).isEqualTo(named);
            assertThat(clockOfIt.messageId()).isNotNull();
            say(tenant, ticket.id(), null);
            assertThat(clock(tenant, ticket.id(), "promised-time").reading().state()).as("the next answer keeps it").isEqualTo(ClockState.FULFILLED);
            say(tenant, ticket.id(), named);
            UUID second = clock(tenant, ticket.id(), "promised-time").id();
            clock.pass(Duration.ofHours(3));
            look(tenant, ticket.id());
            assertThat(kinds(clock(tenant, ticket.id(), "promised-time"))).contains(Kind.WARN, Kind.BREACH);
            assertThat(clock(tenant, ticket.id(), "promised-time").reading().brokenAt()).isEqualTo(named);
            assertThat(agent(tenant, () -> promises.kept(ticket.id(), second)).reading().brokenAt()).as("somebody says now that it was kept then").isNull();
            assertThat(catchThrowableOfType(Problem.class, () -> agent(tenant, () -> promises.kept(ticket.id(), second))).kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(catchThrowableOfType(Problem.class, () -> say(tenant, ticket.id(), clock.now().minusSeconds(1))).errors()).extracting(e -> e.pointer()).containsExactly("/promisedAt");
            clock.setRight();
        }
        assertThat(clocks(none, filed(none, "nothing").id())).as("without a policy nothing else is promised").isEmpty();
    }

    @Test
    void aDraftIsTriedOnThePastBeforeItIsApplied() {
        TenantId a = configured("promise-j");
        TenantId b = configured("promise-k");
        Instant begin = clock.now();
        TicketDetails soon = filed(a, "soon");
        TicketDetails later = filed(a, "later");
        TicketDetails never = filed(a, "never");
        filed(b, "nextdoor");
        clock.pass(Duration.ofMinutes(30));
        say(a, soon.id(), null);
        clock.pass(Duration.ofHours(3));
        say(a, later.id(), null);
        clock.pass(Duration.ofHours(9));
        Map<String, String> stricter = Map.of("promises.yaml", RULES.content().replace("limit: 10h", "limit: 2h"));
        TimeMachine.Trial trial = agent(a, () -> machine.run(stricter, begin, clock.now()));
        assertThat(trial.tickets()).isEqualTo(3);
        assertThat(trial.before()).as("taken up late twice, answered late once").isEqualTo(3);
        assertThat(trial.after()).isEqualTo(4);
        assertThat(trial.affected()).singleElement().satisfies(one -> {
            assertThat(one.ticketId()).isEqualTo(later.id());
            assertThat(one.metric()).isEqualTo(Metric.FIRST_RESPONSE);
            assertThat(one.gained()).isTrue();
            assertThat(one.at()).isCloseTo(later.createdAt().plus(Duration.ofHours(2)), within(5, ChronoUnit.SECONDS));
        });
        assertThat(trial.lines()).filteredOn(l -> l.by().equals("metric")).extracting(TimeMachine.Line::key, TimeMachine.Line::before, TimeMachine.Line::after, TimeMachine.Line::gained, TimeMachine.Line::lost)
                .containsExactlyInAnyOrder(tuple("acknowledge", 2L, 2L, 0L, 0L), tuple("first-response", 1L, 2L, 1L, 0L));
        Map<String, String> looser = Map.of("promises.yaml", RULES.content().replace("limit: 10h", "limit: 99h"));
        assertThat(agent(a, () -> machine.run(looser, begin, clock.now())).affected()).singleElement().satisfies(one -> {
            assertThat(one.ticketId()).isEqualTo(never.id());
            assertThat(one.gained()).isFalse();
        });
        assertThat(clock(a, never.id(), "answer").limit().iso()).as("nothing was changed").isEqualTo("PT10H");
    }

    @Test
    void whatIsPromisedDependsOnWhoAsks() {
        ConfigFile groups = new ConfigFile("tickets.yaml", String.join("\n", "workflows:", "- key: plain", "  statuses:", "  - {key: new, name: {en: New}, category: new, next: [open]}",
                "  - {key: open, name: {en: Open}, category: open, next: [solved]}", "  - {key: solved, name: {en: Solved}, category: solved, next: [open]}", "categories: []",
                "ticketTypes: [{key: question, name: {en: Question}, workflow: plain}]", "customerGroups: [{key: regular, name: {en: Regular}}]"));
        ConfigFile rules = new ConfigFile("promises.yaml", RULES.content().replace("  - {key: answer,", "  - {key: quick, name: {en: Quick answer}, metric: first-response, limit: 1h, when: {groups: [regular]}}\n  - {key: answer,"));
        TenantId a = SmallDesk.configured(configurations, tenants, "groups-a", ORGANISATION, rules, groups);
        TicketDetails first = filed(a, "grouped");
        UUID customer = agent(a, () -> reading.get(first.id())).requester().id();
        assertThat(clocks(a, first.id())).extracting(ClockView::target).contains("answer").doesNotContain("quick");
        clock.pass(Duration.ofMinutes(40));
        agent(a, () -> {
            customers.putInto(customer, "regular");
            return null;
        });
        keepFromWorkers(first.id());
        assertThat(clock(a, first.id(), "quick").reading().elapsed()).as("it counts from when it was filed").isCloseTo(Duration.ofMinutes(40), Duration.ofMinutes(1));
        assertThat(clock(a, first.id(), "answer").reading().state()).isEqualTo(ClockState.CANCELLED);
        TicketDetails again = agent(a, () -> filing.file(new NewTicket("question", null, "Again", "Again", null, null, new Requester(customer, null, null, null, null), Map.of(), List.of(), List.of(), null)).ticket());
        keepFromWorkers(again.id());
        assertThat(clocks(a, again.id())).extracting(ClockView::target).as("the same customer again").contains("quick").doesNotContain("answer");
        assertThat(clocks(a, filed(a, "somebody-else").id())).extracting(ClockView::target).contains("answer").doesNotContain("quick");
        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> {
            customers.putInto(customer, "none");
            return null;
        })).errors()).extracting(e -> e.pointer()).containsExactly("/group");
    }

    @Test
    void aNewerPolicyReachesClocksThatNobodyTouchesIfItSaysSo() {
        String options = RULES.content() + "\n  options: {policy: retarget}";
        TenantId a = SmallDesk.configured(configurations, tenants, "reach-a", ORGANISATION, new ConfigFile("promises.yaml", options));
        TenantId b = configured("reach-b");
        TicketDetails ours = filed(a, "follows");
        TicketDetails theirs = filed(b, "stays");
        clock.pass(Duration.ofHours(2));
        SmallDesk.configured(configurations, tenants, "reach-a", ORGANISATION, new ConfigFile("promises.yaml", options.replace("limit: 10h", "limit: 1h")));
        SmallDesk.configured(configurations, tenants, "reach-b", ORGANISATION, new ConfigFile("promises.yaml", RULES.content().replace("limit: 10h", "limit: 1h")));
        work(a, "promise-reach", NIL);
        work(b, "promise-reach", NIL);
        assertThat(clock(a, ours.id(), "answer")).satisfies(c -> {
            assertThat(c.limit().iso()).isEqualTo("PT1H");
            assertThat(c.configVersion()).isEqualTo(2);
            assertThat(c.reading().brokenAt()).as("counted from when the first one began").isNotNull();
        });
        assertThat(clock(b, theirs.id(), "answer").limit().iso()).as("its policy keeps").isEqualTo("PT10H");
        int clocks = clocks(a, ours.id()).size();
        work(a, "promise-reach", NIL);
        assertThat(clocks(a, ours.id())).as("again it changes nothing").hasSize(clocks);
    }

    @Test
    void clocksRunUnderTheRulesThatTheyBeganWith() {
        TenantId a = configured("promise-i");
        TicketDetails ticket = filed(a, "before");
        SmallDesk.configured(configurations, tenants, "promise-i", ORGANISATION, new ConfigFile("promises.yaml", RULES.content().replace("limit: 10h", "limit: 1h")));
        TicketDetails after = filed(a, "after");
        clock.pass(Duration.ofHours(2));
        assertThat(clock(a, ticket.id(), "answer").reading().brokenAt()).as("ten hours were promised").isNull();
        assertThat(clock(a, after.id(), "answer").reading().brokenAt()).isNotNull();
        assertThat(clock(a, ticket.id(), "answer").configVersion()).isEqualTo(1);
        SmallDesk.configured(configurations, tenants, "promise-i", ORGANISATION);
        change(a, ticket.id(), new TicketChange(null, Priority.URGENT, null, null, null, null, null, null, null));
        assertThat(clock(a, ticket.id(), "urgent").configVersion()).as("another target of the policy that it began with, which is no more").isEqualTo(1);
        say(a, ticket.id(), null);
        assertThat(clock(a, ticket.id(), "answer").reading().state()).isEqualTo(ClockState.FULFILLED);
    }
}
