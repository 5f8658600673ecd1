package dev.pledgedesk.roster.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.roster.DutyRule;
import dev.pledgedesk.tenancy.RosterSection.Rules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the solver says of a roster is what the rules say of it; what cannot be met is left open, never broken. */
class RosterSolverTest {

    private static final Rules RULES = new Rules(11, 6, 48);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static List<Worker> workers(int howMany) {
        return IntStream.range(0, howMany).mapToObj(i -> new Worker(new UUID(0, i), Set.of("seat"), i == 0 ? Set.of(FIRST, FIRST.plusDays(1)) : Set.of())).toList();
    }

    private static Slot slot(String id, LocalDate day, int from, int hours, List<Worker> candidates) {
        var start = day.atTime(LocalTime.of(from, 0)).toInstant(ZoneOffset.UTC);
        return new Slot(id, day, "s" + from, "seat", start, start.plus(Duration.ofHours(hours)), from >= 22, false, candidates.stream().filter(w -> !w.away().contains(day)).toList());
    }

    private static RosterPlan solved(List<Worker> workers, List<Slot> slots) {
        return RosterSolver.solve(new RosterPlan(new RosterPlan.Limits(RULES.rest(), RULES.daysInARow(), RULES.hoursAWeek()), workers, slots), Duration.ofSeconds(6), Duration.ofMillis(700), (score, millis) -> true);
    }

    private static Map<UUID, List<DutyRules.Span>> spans(RosterPlan plan) {
        return plan.getSlots().stream().filter(s -> s.getWorker() != null).collect(Collectors.groupingBy(s -> s.getWorker().id(),
                Collectors.mapping(s -> new DutyRules.Span(s.getDay(), s.getFrom(), s.getTo()), Collectors.toList())));
    }

    @Test
    void twoWeeksRoundTheClockAreFilledByTheRules() {
        List<Worker> workers = workers(12);
        List<Slot> slots = new ArrayList<>();
        for (int d = 0; d < 14; d++) {
            for (int from : new int[] {6, 14, 22}) {
                slots.add(slot(d + "/" + from + "/1", FIRST.plusDays(d), from, 8, workers));
                slots.add(slot(d + "/" + from + "/2", FIRST.plusDays(d), from, 8, workers));
            }
        }
        RosterPlan plan = solved(workers, slots);
        assertThat(plan.getScore().hardScore()).isZero();
        assertThat(plan.getScore().mediumScore()).as("nothing is left open").isZero();
        spans(plan).forEach((who, all) -> assertThat(DutyRules.broken(RULES, all)).as(who.toString()).isEmpty());
        assertThat(plan.getSlots()).noneMatch(s -> s.getWorker().away().contains(s.getDay()));
        assertThat(spans(plan).values()).as("fair").allSatisfy(all -> assertThat(all.size()).isBetween(6, 8));
    }

    @Test
    void whatCannotBeMetStaysOpen() {
        List<Worker> workers = workers(2);
        List<Slot> slots = new ArrayList<>();
        for (int d = 0; d < 7; d++) {
            slots.add(slot(d + "/day", FIRST.plusDays(d), 8, 8, workers));
            slots.add(slot(d + "/night", FIRST.plusDays(d), 22, 8, workers));
        }
        RosterPlan plan = solved(workers, slots);
        assertThat(plan.getScore().hardScore()).isZero();
        assertThat(plan.getScore().mediumScore()).as("two people cannot do it").isNegative();
        assertThat(plan.getSlots()).anyMatch(s -> s.getWorker() == null);
        spans(plan).forEach((who, all) -> assertThat(DutyRules.broken(RULES, all)).isEmpty());
    }

    @Test
    void whatIsFixedStaysAndCounts() {
        List<Worker> workers = workers(3);
        List<Slot> slots = new ArrayList<>();
        for (int d = -6; d < 0; d++) {
            slots.add(slot("before" + d, FIRST.plusDays(d), 8, 8, workers).fixedTo(workers.get(1)));
        }
        slots.add(slot("0", FIRST, 8, 8, workers));
        RosterPlan plan = solved(workers, slots);
        assertThat(plan.getSlots().get(6).getWorker()).as("one is away, one has worked six days").isEqualTo(workers.get(2));
        assertThat(plan.getSlots().subList(0, 6)).allMatch(s -> s.getWorker().equals(workers.get(1)));
    }

    @Test
    void eachRuleIsFoundBroken() {
        assertThat(DutyRules.broken(RULES, List.of(span(0, 8, 8), span(0, 18, 4)))).containsExactly(DutyRule.ONE_A_DAY, DutyRule.REST);
        assertThat(DutyRules.broken(RULES, List.of(span(0, 14, 8), span(1, 8, 8)))).containsExactly(DutyRule.REST);
        assertThat(DutyRules.broken(RULES, List.of(span(0, 14, 8), span(1, 9, 8)))).isEmpty();
        assertThat(DutyRules.broken(RULES, IntStream.range(0, 7).mapToObj(d -> span(d, 8, 6)).toList())).containsExactly(DutyRule.DAYS_IN_A_ROW);
        assertThat(DutyRules.broken(RULES, IntStream.range(0, 5).mapToObj(d -> span(d, 8, 10)).toList())).containsExactly(DutyRule.HOURS_A_WEEK);
        assertThat(DutyRules.broken(RULES, IntStream.range(0, 5).mapToObj(d -> span(d < 3 ? d : d + 4, 8, 10)).toList())).as("over two weeks").isEmpty();
    }

    private static DutyRules.Span span(int day, int from, int hours) {
        var start = FIRST.plusDays(day).atTime(LocalTime.of(from, 0)).toInstant(ZoneOffset.UTC);
        return new DutyRules.Span(FIRST.plusDays(day), start, start.plus(Duration.ofHours(hours)));
    }
}
