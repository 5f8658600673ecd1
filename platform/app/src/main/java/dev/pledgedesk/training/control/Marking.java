package dev.pledgedesk.training.control;

import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What closed answers are worth, and how good questions are; pure. */
public final class Marking {

    private static final int FEWEST = 5;

    private Marking() {
    }

    /**
     * Points for an answer to a question that needs nobody to read it. One right choice, true or false and an order are right or wrong; of several right choices each counts its share, and each
     * wrong one takes a share away.
     *
     * @param chosen numbers of the options that were chosen, as the question has them; empty for no answer
     */
    public static BigDecimal points(QuestionKind kind, QuestionContent content, List<Integer> chosen, int points) {
        return switch (kind) {
            case SINGLE, TRUE_FALSE -> all(content.correct().equals(chosen), points);
            case ORDER -> all(chosen.equals(IntStream.range(0, content.options().size()).boxed().toList()), points);
            case MULTIPLE -> {
                Set<Integer> said = new HashSet<>(chosen);
                long right = said.stream().filter(content.correct()::contains).count();
                long worth = Math.max(0, right - (said.size() - right));
                yield BigDecimal.valueOf(points * worth).divide(BigDecimal.valueOf(content.correct().size()), 1, RoundingMode.HALF_UP);
            }
            case SHORT, CASE -> throw new IllegalArgumentException("somebody has to read it");
        };
    }

    private static BigDecimal all(boolean right, int points) {
        return right ? BigDecimal.valueOf(points) : BigDecimal.ZERO;
    }

    /**
     * How a question has done.
     *
     * @param shares of its points, each answer's, from 0 to 1
     * @param papers per cent of the whole paper, in the same order
     */
    public static QuestionFigures figures(List<Double> shares, List<Double> papers) {
        int n = shares.size();
        if (n == 0) {
            return new QuestionFigures(0, null, null);
        }
        double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new QuestionFigures(n, round(mean), n < FEWEST ? null : correlation(shares, papers));
    }

    private static BigDecimal correlation(List<Double> a, List<Double> b) {
        double meanA = a.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double meanB = b.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double both = 0;
        double onlyA = 0;
        double onlyB = 0;
        for (int i = 0; i < a.size(); i++) {
            both += (a.get(i) - meanA) * (b.get(i) - meanB);
            onlyA += (a.get(i) - meanA) * (a.get(i) - meanA);
            onlyB += (b.get(i) - meanB) * (b.get(i) - meanB);
        }
        return onlyA == 0 || onlyB == 0 ? null : round(both / Math.sqrt(onlyA * onlyB));
    }

    private static BigDecimal round(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
