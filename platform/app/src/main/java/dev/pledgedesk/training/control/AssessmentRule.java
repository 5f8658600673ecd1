package dev.pledgedesk.training.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TrainingSection.Conduct;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of an assessment come to; pure. All scores are per cent, rounded half up to one decimal. */
public final class AssessmentRule {

    private static final int WHOLE = 100;

    /**
     * What is known by now.
     *
     * @param theory       null if it is not known, likewise the others
     * @param practiceVoid whether something critical was not done
     */
    public record Parts(BigDecimal theory, BigDecimal practice, boolean practiceVoid, BigDecimal conduct) {
    }

    /**
     * What all parts come to.
     *
     * @param overall by the weights
     */
    public record Result(BigDecimal overall, boolean passed) {
    }

    private AssessmentRule() {
    }

    /** The result; empty while a part of the scheme is not known. */
    public static Optional<Result> result(Scheme scheme, Parts parts) {
        if (scheme.theory() != null && parts.theory() == null || scheme.practice() != null && parts.practice() == null || scheme.conduct() != null && parts.conduct() == null) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        sum = scheme.theory() == null ? sum : sum.add(parts.theory().multiply(BigDecimal.valueOf(scheme.theory().weight())));
        sum = scheme.practice() == null ? sum : sum.add(parts.practice().multiply(BigDecimal.valueOf(scheme.practice().weight())));
        sum = scheme.conduct() == null ? sum : sum.add(parts.conduct().multiply(BigDecimal.valueOf(scheme.conduct().weight())));
        BigDecimal overall = rounded(sum, scheme.weights());
        return Optional.of(new Result(overall, reaches(overall, scheme.pass()) && theoryPassed(scheme, parts.theory()) && practicePassed(scheme, parts.practice(), parts.practiceVoid())
                && conductPassed(scheme, parts.conduct())));
    }

    /** Whether theory is passed; a part that the scheme does not have is, one that is not known is not. */
    public static boolean theoryPassed(Scheme scheme, BigDecimal score) {
        return scheme.theory() == null || reaches(score, scheme.theory().pass());
    }

    /** As {@link #theoryPassed}. */
    public static boolean practicePassed(Scheme scheme, BigDecimal score, boolean isVoid) {
        return scheme.practice() == null || !isVoid && reaches(score, scheme.practice().pass());
    }

    /** As {@link #theoryPassed}. */
    public static boolean conductPassed(Scheme scheme, BigDecimal score) {
        return scheme.conduct() == null || reaches(score, scheme.conduct().pass());
    }

    private static boolean reaches(BigDecimal score, int pass) {
        return score != null && score.compareTo(BigDecimal.valueOf(pass)) >= 0;
    }

    /**
     * What somebody is like: the mean of the daily record and that of colleagues, each half; the daily record alone where no colleague is to be heard.
     *
     * @return null while nobody has kept the record or not enough colleagues were heard
     */
    public static BigDecimal conduct(Conduct conduct, List<BigDecimal> record, List<BigDecimal> peers) {
        if (record.isEmpty() || peers.size() < conduct.peers()) {
            return null;
        }
        BigDecimal daily = mean(record);
        return peers.isEmpty() ? daily : mean(List.of(daily, mean(peers)));
    }

    static BigDecimal mean(List<BigDecimal> scores) {
        return rounded(scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add), scores.size());
    }

    /** So many of so many, in per cent. */
    public static BigDecimal percent(int part, int whole) {
        return percent(BigDecimal.valueOf(part), whole);
    }

    /** So many of so many, in per cent. */
    public static BigDecimal percent(BigDecimal part, int whole) {
        return rounded(part.multiply(BigDecimal.valueOf(WHOLE)), whole);
    }

    private static BigDecimal rounded(BigDecimal sum, int by) {
        return sum.divide(BigDecimal.valueOf(by), 1, RoundingMode.HALF_UP);
    }
}
