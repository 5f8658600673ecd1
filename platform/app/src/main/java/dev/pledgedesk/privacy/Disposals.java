package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.control.DisposalTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What happens to records whose time is over, by the tenant's rules: a nightly run marks them, and removes them when they have been marked for the days of grace and
 * nothing keeps them. Without a rule a kind is kept for ever.
 */
@ApplicationScoped
public class Disposals {

    /** More are not counted. */
    public static final int MOST = 10_000;

    /**
     * What would happen to a kind of records now.
     *
     * @param days   how long they are kept; null for ever
     * @param over   how many are over their time, marked or not; {@link #MOST} may be more
     * @param marked how many of them wait for the end of their grace
     */
    public record Outlook(String kind, Integer days, long over, long marked) {
    }

    /** A record that is going to be removed. */
    public record Mark(UUID id, String kind, UUID recordId, Instant markedAt, Instant dueAt) {
    }

    /**
     * What was done to a kind of records on a day of the tenant's zone.
     *
     * @param spared marked before, and kept because something has spoken for them since, or gone by another way
     */
    public record Run(String kind, LocalDate day, int marked, int spared, int removed) {
    }

    @Inject
    DisposalTransactions transactions;

    /** What would happen, counted and not done. */
    public List<Outlook> outlook() {
        return transactions.outlook(MOST);
    }

    /** What is marked of a kind, the next to go first. */
    public Page<Mark> marks(String kind, PageRequest request) {
        return transactions.marks(kind, request);
    }

    /** What was done, newest day first. */
    public List<Run> runs(int atMost) {
        return transactions.runs(atMost);
    }
}
