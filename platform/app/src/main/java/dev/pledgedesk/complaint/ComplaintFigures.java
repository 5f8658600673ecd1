package dev.pledgedesk.complaint;

import dev.pledgedesk.complaint.entity.ComplaintSums;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Complaints of the tenant of the request in numbers, over a half-open time. What ended in a time that is over does not change any more, and so do its numbers; complaints that were written down
 * after it are left out of those that were received in it. Asks for no permission: who reads them is known above this room only.
 */
@ApplicationScoped
@Transactional
public class ComplaintFigures {

    /**
     * A time in numbers.
     *
     * @param received       heard in it, and written down before its end
     * @param open           not ended at its end
     * @param byOutcome      ended in it, by key of the outcome
     * @param satisfiedFirst satisfied without going round again
     * @param bySeverity     ended in it, by key; empty for none; the others likewise
     * @param medianHours    of those that were satisfied, from receipt to end; null if there were none
     */
    public record Figures(long received, long open, Map<String, Long> byOutcome, long satisfiedFirst, Map<String, Long> bySeverity, Map<String, Long> byCause, Map<String, Long> byFault,
            Long medianHours) {

        /** Ended in it, but for those whose customers were forgotten. */
        public long counted() {
            return inShort().counted();
        }

        /** Those whose customers have said that they are satisfied. */
        public long satisfied() {
            return inShort().satisfied();
        }

        /** Per cent of {@link #counted} that were satisfied; null if none ended. */
        public Integer share() {
            return inShort().share();
        }

        /** The same as a month of a trend. */
        public InShort inShort() {
            return InShort.of(received, byOutcome);
        }
    }

    /** A month of a trend. */
    public record InShort(long received, long counted, long satisfied) {

        private static InShort of(long received, Map<String, Long> byOutcome) {
            long counted = byOutcome.entrySet().stream().filter(e -> !e.getKey().equals(ComplaintOutcome.FORGOTTEN.key())).mapToLong(Map.Entry::getValue).sum();
            return new InShort(received, counted, byOutcome.getOrDefault(ComplaintOutcome.SATISFIED.key(), 0L));
        }

        /** Per cent of those that were counted; null if none ended. */
        public Integer share() {
            return counted == 0 ? null : Math.toIntExact(Math.round(100.0 * satisfied / counted));
        }
    }

    @Inject
    ComplaintSums sums;

    /** The least of a time that a trend needs. */
    public InShort shortly(Instant from, Instant until) {
        return InShort.of(sums.received(from, until), sums.ended("outcome", from, until));
    }

    public Figures of(Instant from, Instant until) {
        List<Duration> times = sums.satisfiedAfter(from, until);
        return new Figures(sums.received(from, until), sums.open(until), sums.ended("outcome", from, until), sums.satisfiedFirst(from, until), sums.ended("severity", from, until),
                sums.ended("cause", from, until), sums.ended("fault", from, until), times.isEmpty() ? null : times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow().toHours());
    }
}
