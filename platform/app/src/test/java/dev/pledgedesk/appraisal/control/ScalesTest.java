package dev.pledgedesk.appraisal.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.AppraisalSection.Indicator;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a value is worth, and what all of them come to. */
class ScalesTest {

    private static final int WHOLE = 100;

    @Property
    void aScoreIsAPerCentAndNeverLessForABetterValue(@ForAll @IntRange(min = -200, max = 200) int worst, @ForAll @IntRange(min = -200, max = 200) int best,
            @ForAll @IntRange(min = -400, max = 400) int one, @ForAll @IntRange(min = -400, max = 400) int other) {
        Assume.that(worst != best);
        Indicator indicator = indicator("one", 1, worst, best);
        assertThat(Scales.score(indicator, BigDecimal.valueOf(worst))).isZero();
        assertThat(Scales.score(indicator, BigDecimal.valueOf(best))).isEqualByComparingTo(BigDecimal.valueOf(WHOLE));
        BigDecimal less = Scales.score(indicator, BigDecimal.valueOf(best > worst ? Math.min(one, other) : Math.max(one, other)));
        BigDecimal more = Scales.score(indicator, BigDecimal.valueOf(best > worst ? Math.max(one, other) : Math.min(one, other)));
        assertThat(less).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(WHOLE)).isLessThanOrEqualTo(more);
    }

    @Property
    void aTotalLiesBetweenItsScores(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = -1, max = 100) Integer> scores, @ForAll @IntRange(min = 1, max = 100) int weight) {
        List<Indicator> indicators = new ArrayList<>();
        List<IndicatorScore> said = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            indicators.add(indicator("i" + i, 1 + (weight + i) % WHOLE, 0, WHOLE));
            BigDecimal score = scores.get(i) < 0 ? null : BigDecimal.valueOf(scores.get(i));
            said.add(new IndicatorScore("i" + i, score, score, 1, List.of(), false));
        }
        BigDecimal total = Scales.total(indicators, said);
        List<Integer> counted = scores.stream().filter(score -> score >= 0).toList();
        if (counted.isEmpty()) {
            assertThat(total).as("nothing was measured").isNull();
        } else {
            assertThat(total).isBetween(BigDecimal.valueOf(counted.stream().min(Integer::compare).get()), BigDecimal.valueOf(counted.stream().max(Integer::compare).get()));
        }
    }

    @Test
    void whatWasNotMeasuredDoesNotCount() {
        List<Indicator> indicators = List.of(indicator("much", 90, 0, WHOLE), indicator("little", 10, 0, WHOLE));
        assertThat(Scales.total(indicators, List.of(new IndicatorScore("much", null, null, 0, List.of(), false), new IndicatorScore("little", BigDecimal.TEN, BigDecimal.valueOf(70), 1, List.of(), false))))
                .isEqualByComparingTo("70");
    }

    private static Indicator indicator(String key, int weight, int worst, int best) {
        return new Indicator(key, LocalizedText.same(key), Source.MANUAL, weight, BigDecimal.valueOf(worst), BigDecimal.valueOf(best));
    }
}
