package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.tenancy.AppraisalSection.Grade;
import dev.pledgedesk.tenancy.AppraisalSection.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** From values to scores, and from scores to a total; pure. Scores are per cent with one decimal, rounded half up. */
public final class Scales {

    static final int MOST_REFS = 50;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** One value of somebody. */
    record One(UUID staffId, BigDecimal value, IndicatorScore.Ref ref) {
    }

    private Scales() {
    }

    /** What a value is worth: in proportion between the worst, 0, and the best, 100; beyond them no less and no more. */
    public static BigDecimal score(Indicator indicator, BigDecimal value) {
        BigDecimal span = indicator.best().subtract(indicator.worst());
        BigDecimal share = value.subtract(indicator.worst()).multiply(WHOLE).divide(span, 1, RoundingMode.HALF_UP);
        return share.max(BigDecimal.ZERO).min(WHOLE);
    }

    /** All by their weights; what could not be measured does not count. Null if nothing could. */
    public static BigDecimal total(List<Indicator> indicators, List<IndicatorScore> scores) {
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (IndicatorScore score : scores) {
            Indicator indicator = indicators.stream().filter(i -> i.key().equals(score.key())).findFirst().orElseThrow();
            if (score.score() != null) {
                sum = sum.add(score.score().multiply(BigDecimal.valueOf(indicator.weight())));
                weights += indicator.weight();
            }
        }
        return weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP);
    }

    /** The first grade that a total reaches; null for none, and for no total. */
    public static Grade grade(List<Grade> grades, BigDecimal total) {
        return total == null ? null : grades.stream().filter(g -> total.compareTo(BigDecimal.valueOf(g.from())) >= 0).findFirst().orElse(null);
    }

    static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(WHOLE).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** Means by member, the lowest first among what they come from. */
    static Map<UUID, IndicatorSource.Measured> means(List<One> all) {
        Map<UUID, IndicatorSource.Measured> means = new HashMap<>();
        all.stream().collect(Collectors.groupingBy(One::staffId)).forEach((who, his) -> means.put(who, new IndicatorSource.Measured(
                his.stream().map(One::value).reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(his.size()), 1, RoundingMode.HALF_UP), his.size(),
                his.stream().sorted(Comparator.comparing(One::value)).limit(MOST_REFS).map(One::ref).toList())));
        return means;
    }
}
