package dev.pledgedesk.quality.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.tenancy.QualitySection.Every;
import dev.pledgedesk.tenancy.QualitySection.Method;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What answers come to, who is drawn, and which time a day belongs to. */
class EvaluationFiguresTest {

    private static final LocalizedText NAME = LocalizedText.same("x");
    private static final List<LocalizedText> FIVE = List.of(NAME, NAME, NAME, NAME, NAME);
    private static final List<Item> ITEMS = List.of(new Item("speed", NAME, 10, false), new Item("manners", NAME, 30, false));
    private static final Part LETTER = new Part("letter", NAME, Method.QUESTIONNAIRE, 60, 50, 3, null, null, FIVE, ITEMS);
    private static final Part VISIT = new Part("visit", NAME, Method.ON_SITE, 40, null, null, null, null, null, ITEMS);
    private static final Standard STANDARD = new Standard("service", NAME, Every.HALF_YEAR, null, null, List.of(LETTER, VISIT));

    private static EvaluationFigures.Given letter(int speed, int manners) {
        Map<String, Integer> marks = Map.of("speed", speed, "manners", manners);
        return new EvaluationFigures.Given("letter", State.ANSWERED, marks, MarkScale.score(LETTER, marks), false);
    }

    @Test
    void aPartWithTooFewAnswersDoesNotCount() {
        EvaluationReport few = EvaluationFigures.report(STANDARD, List.of(letter(4, 4), letter(4, 4)), null);
        assertThat(few.part("letter").score().mean()).isEqualTo(100);
        assertThat(few.part("letter").counts()).isFalse();
        assertThat(few.total()).isNull();
    }

    @Test
    void theTotalIsByWeightOfWhatCountsWithItsBounds() {
        List<EvaluationFigures.Given> given = new ArrayList<>(List.of(letter(4, 4), letter(2, 2), letter(0, 0)));
        given.add(new EvaluationFigures.Given("letter", State.MISSED, Map.of(), null, false));
        given.add(new EvaluationFigures.Given("visit", State.ANSWERED, Map.of("speed", 10, "manners", 30), BigDecimal.valueOf(100), false));
        EvaluationReport report = EvaluationFigures.report(STANDARD, given, EvaluationFigures.report(STANDARD, List.of(letter(1, 1), letter(1, 2), letter(1, 1), given.get(4)), null));
        assertThat(report.part("letter").missed()).isEqualTo(1);
        assertThat(report.total().mean()).isCloseTo(0.6 * 50 + 0.4 * 100, within(1e-9));
        assertThat(report.part("visit").score().low()).as("all teams were looked at").isEqualTo(100);
        assertThat(report.total().high() - report.total().low()).as("only customers were drawn").isCloseTo(0.6 * (report.part("letter").score().high() - report.part("letter").score().low()), within(1e-6));
        assertThat(EvaluationFigures.report(STANDARD, given, EvaluationFigures.report(STANDARD, List.of(given.get(4)), null)).change()).as("other parts made that one").isNull();
        assertThat(report.change().above()).as("three customers who disagree tell little").isFalse();
    }

    @Property
    void answersAreWorthTheirPlaceByWeight(@ForAll @IntRange(max = 4) int speed, @ForAll @IntRange(max = 4) int manners) {
        assertThat(MarkScale.score(LETTER, Map.of("speed", speed, "manners", manners)).doubleValue()).isCloseTo((speed * 25.0 + manners * 75.0) / 4, within(0.051));
        assertThat(MarkScale.score(LETTER, Map.of("speed", speed)).doubleValue()).isCloseTo(speed * 25.0, within(1e-9));
    }

    @Property
    void everybodyIsDrawnOnceAndTheSameSeedDrawsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int people) {
        Map<UUID, Collection<UUID>> tickets = new HashMap<>();
        IntStream.range(0, people).forEach(i -> tickets.put(new UUID(7, i), Set.of(new UUID(8, i), new UUID(9, i))));
        List<CustomerDraw.Pick> order = CustomerDraw.order(tickets, seed);
        assertThat(order.stream().map(CustomerDraw.Pick::customerId).collect(Collectors.toSet())).isEqualTo(tickets.keySet());
        assertThat(order).hasSize(people).allSatisfy(p -> assertThat(tickets.get(p.customerId())).contains(p.ticketId()));
        assertThat(CustomerDraw.order(tickets, seed)).isEqualTo(order);
    }

    @Property
    void aDayLiesInTheTimeThatItBelongsTo(@ForAll Every every, @ForAll @IntRange(min = 1, max = 9000) int days) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(days);
        LocalDate first = every.first(day);
        assertThat(day).isBetween(first, first.plusMonths(every.months()).minusDays(1));
        assertThat(first.getDayOfMonth()).isEqualTo(1);
        assertThat((first.getMonthValue() - 1) % every.months()).isZero();
    }
}
