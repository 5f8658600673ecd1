package dev.pledgedesk.roster;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.roster.control.FeedTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** An address that a calendar subscribes to: one's own shifts and training sessions as iCalendar. Who knows the address reads them, so it is shown once and can be made void. */
@ApplicationScoped
public class CalendarFeeds {

    /** An address that was just made; it is told this once. */
    public record Made(String address, Instant madeAt) {
    }

    @Inject
    FeedTransactions transactions;

    @Inject
    Caller caller;

    /** Since when the caller has one; empty for none. */
    public Optional<Instant> own() {
        return transactions.madeAt(caller.staffId());
    }

    /** Makes one in the language of the request; one that the caller has is void from now on. */
    public Made make() {
        return transactions.make(caller.staffId());
    }

    /** Makes the caller's void. */
    public void revoke() {
        transactions.revoke(caller.staffId());
    }

    /**
     * What there is under a secret, from a month ago to a year ahead, as iCalendar (RFC 5545). Asks for no sign-in, since calendars have none.
     *
     * @throws dev.pledgedesk.kernel.Problem not found if it is void, or whose it is has left
     */
    public String read(String secret) {
        return transactions.read(secret);
    }
}
