package dev.pledgedesk.promise;

import dev.pledgedesk.promise.control.ClockBook;
import dev.pledgedesk.promise.control.PromiseTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Clocks of records of any kind, for the room that keeps the records and has asked its caller for permission. */
@ApplicationScoped
public class Clocks {

    @Inject
    ClockBook book;

    @Inject
    PromiseTransactions transactions;

    /** Keeps the clocks of a record in step with it; part of the caller's transaction, others wait until it ends. */
    public void keep(String type, UUID subject, Consumer<ClockSheet> work) {
        book.keep(type, subject, work);
    }

    /** Those of a record, the oldest first. */
    public List<ClockView> of(UUID subject) {
        return transactions.of(subject);
    }
}
