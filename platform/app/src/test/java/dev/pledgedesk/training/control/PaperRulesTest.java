package dev.pledgedesk.training.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TrainingSection.Conduct;
import dev.pledgedesk.tenancy.TrainingSection.Draw;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.Practice;
import dev.pledgedesk.tenancy.TrainingSection.Programme;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.tenancy.TrainingSection.Theory;
import dev.pledgedesk.training.Points;
import dev.pledgedesk.training.QuestionContent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Papers, marks and results: what holds for all of them. */
class PaperRulesTest {

    private static final LocalizedText TEXT = LocalizedText.same("x");
    private static final Scheme SCHEME = new Scheme(70, new Theory(40, 60, "t"), new Practice(40, 60, List.of(item("call", true))), new Conduct(20, 50, List.of(item("manners", false)), 1), 1, 7, null);

    private static Item item(String key, boolean critical) {
        return new Item(key, TEXT, 10, critical);
    }

    private static List<PaperDraw.Candidate> bank(int howMany) {
        return IntStream.range(0, howMany).mapToObj(i -> new PaperDraw.Candidate(new UUID(0, i), 1, i % 2 == 0 ? "a" : "b", QuestionKind.SINGLE, 1 + i % 5, 4)).toList();
    }

    @Property
    void theSameSeedDrawsTheSamePaperAndNoQuestionTwice(@ForAll long seed, @ForAll @IntRange(min = 40, max = 80) int size) {
        Exam exam = new Exam("e", TEXT, 10, List.of(new Draw("a", null, 1, 3, 5, 2), new Draw("b", null, null, null, 6, 3), new Draw("a", List.of(QuestionKind.SINGLE), 3, 5, 4, 1)), false);
        List<PaperDraw.Candidate> mixed = new ArrayList<>(bank(size));
        List<PaperDraw.Drawn> paper = PaperDraw.draw(exam, mixed, seed);
        Collections.reverse(mixed);
        assertThat(PaperDraw.draw(exam, mixed, seed)).as("whatever order the bank is read in").isEqualTo(paper);
        assertThat(paper).hasSize(15).extracting(d -> d.question().id()).doesNotHaveDuplicates();
        assertThat(paper.subList(0, 5)).allMatch(d -> d.question().topic().equals("a") && d.question().difficulty() <= 3 && d.points() == 2);
        assertThat(paper).allSatisfy(d -> assertThat(d.shown()).containsExactlyInAnyOrder(0, 1, 2, 3));
    }

    @Test
    void aBankThatIsTooSmallSaysWhatIsMissing() {
        Exam exam = new Exam("e", TEXT, 10, List.of(new Draw("a", null, null, null, 5, 2)), false);
        assertThat(catchThrowableOfType(Problem.class, () -> PaperDraw.draw(exam, bank(6), 1)).arguments()).containsExactly("a", 5, 3);
    }

    @Property
    void choicesAreWorthBetweenNothingAndAll(@ForAll @IntRange(min = 0, max = 63) int chosen, @ForAll @IntRange(min = 1, max = 63) int right) {
        QuestionContent content = new QuestionContent(TEXT, Collections.nCopies(6, TEXT), bits(right), null);
        BigDecimal worth = Marking.points(QuestionKind.MULTIPLE, content, bits(chosen), 10);
        assertThat(worth).isBetween(BigDecimal.ZERO, BigDecimal.TEN);
        assertThat(worth.compareTo(BigDecimal.TEN) == 0).isEqualTo(chosen == right);
    }

    private static List<Integer> bits(int of) {
        return IntStream.range(0, 6).filter(i -> (of >> i & 1) == 1).boxed().toList();
    }

    @Test
    void anOrderIsRightOrWrong() {
        QuestionContent content = new QuestionContent(TEXT, Collections.nCopies(3, TEXT), List.of(), null);
        assertThat(Marking.points(QuestionKind.ORDER, content, List.of(0, 1, 2), 5)).isEqualByComparingTo("5");
        assertThat(Marking.points(QuestionKind.ORDER, content, List.of(0, 2, 1), 5)).isZero();
        assertThat(Marking.points(QuestionKind.ORDER, content, List.of(), 5)).isZero();
    }

    @Property
    void whoPassesHasPassedEveryPartAndTheWhole(@ForAll @IntRange(max = 1000) int theory, @ForAll @IntRange(max = 1000) int practice, @ForAll @IntRange(max = 1000) int conduct, @ForAll boolean isVoid) {
        AssessmentRule.Result result = AssessmentRule.result(SCHEME, new AssessmentRule.Parts(tenths(theory), tenths(practice), isVoid, tenths(conduct))).orElseThrow();
        long exact = theory * 40L + practice * 40L + conduct * 20L;
        assertThat(result.overall()).isEqualByComparingTo(BigDecimal.valueOf(exact).divide(BigDecimal.valueOf(1000), 1, java.math.RoundingMode.HALF_UP));
        assertThat(result.passed()).isEqualTo(!isVoid && theory >= 600 && practice >= 600 && conduct >= 500 && result.overall().compareTo(BigDecimal.valueOf(70)) >= 0);
    }

    private static BigDecimal tenths(int n) {
        return BigDecimal.valueOf(n, 1);
    }

    @Test
    void noPartIsForgotten() {
        assertThat(AssessmentRule.result(SCHEME, new AssessmentRule.Parts(tenths(900), null, false, tenths(900)))).isEmpty();
        assertThat(AssessmentRule.conduct(SCHEME.conduct(), List.of(tenths(800)), List.of())).as("a colleague is to be heard").isNull();
        assertThat(AssessmentRule.conduct(SCHEME.conduct(), List.of(tenths(800)), List.of(tenths(600), tenths(500)))).isEqualByComparingTo("67.5");
        assertThat(Points.isVoid(SCHEME.practice().items(), Map.of("call", 0))).isTrue();
    }

    @Test
    void turnsBeginAgainAndAgain() {
        Programme half = new Programme("h", TEXT, List.of("agent"), List.of("c"), 14, 6);
        LocalDate came = LocalDate.of(2025, 8, 31);
        assertThat(TaskTransactions.turn(half, came, LocalDate.of(2026, 2, 27))).as("not yet half a year").isNull();
        assertThat(TaskTransactions.turn(half, came, LocalDate.of(2026, 2, 28))).isNull();
        assertThat(TaskTransactions.turn(half, came, LocalDate.of(2026, 3, 1))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(TaskTransactions.turn(half, came, LocalDate.of(2026, 8, 31))).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(TaskTransactions.turn(new Programme("o", TEXT, List.of("agent"), List.of("c"), 30, null), came, LocalDate.of(2026, 8, 31))).as("once").isEqualTo(came);
    }

    @Test
    void goodQuestionsAreToldFromBadOnes() {
        List<Double> papers = List.of(90.0, 80.0, 60.0, 40.0, 30.0);
        assertThat(Marking.figures(List.of(1.0, 1.0, 1.0, 0.0, 0.0), papers).discrimination()).isGreaterThan(new BigDecimal("0.8"));
        assertThat(Marking.figures(List.of(0.0, 0.0, 0.0, 1.0, 1.0), papers).discrimination()).isNegative();
        assertThat(Marking.figures(List.of(1.0, 1.0, 1.0, 1.0, 1.0), papers).discrimination()).as("all alike").isNull();
        assertThat(Marking.figures(List.of(1.0, 0.0), List.of(90.0, 10.0)).discrimination()).as("too few").isNull();
    }
}
