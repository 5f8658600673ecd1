package dev.pledgedesk.quality;

import dev.pledgedesk.kernel.Estimate;
import java.util.List;

/**
 * What an evaluation came to, in per cent; as it was in the end once it is closed.
 *
 * @param total  of the parts that count, by their weights; null if none does
 * @param change to the total of the closed one before; null if one of them has none
 */
public record EvaluationReport(List<Part> parts, Estimate total, Estimate change) {

    /**
     * One way of finding out.
     *
     * @param drawn    how many were to be asked or looked at
     * @param missed   how many did not answer and will not any more
     * @param score    null without an answer
     * @param counts   whether there are answers enough to count
     * @param failures how many failed by something critical
     */
    public record Part(String key, int drawn, int answered, int missed, Estimate score, boolean counts, int failures, List<ItemScore> items) {
    }

    /** What was said of one thing, by those who said something of it; null if nobody has. */
    public record ItemScore(String key, Estimate score) {
    }

    /** A part by key. */
    public Part part(String key) {
        return parts.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    }
}
