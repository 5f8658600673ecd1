package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.ReadingTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Opens customers' contacts, each time for a purpose that lives, and shows who has. */
@ApplicationScoped
public class Readings {

    /**
     * What contacts are opened for.
     *
     * @param recordId the ground, for purposes that have one; null for others
     * @param reason   in the reader's words, for purposes without a ground; null for others
     */
    public record Why(ReadingPurpose purpose, UUID recordId, String reason) {

        /** A ticket of the customer's. */
        public static Why ticket(UUID ticket) {
            return new Why(ReadingPurpose.TICKET, ticket, null);
        }
    }

    /**
     * One opening.
     *
     * @param reader     as in the journal
     * @param recordName what the ground is called; null without one
     * @param reason     null without one
     */
    public record Reading(UUID id, UUID customerId, String reader, ReadingPurpose purpose, UUID recordId, String recordName, String reason, Instant at) {
    }

    /**
     * Which openings are wanted; null leaves a member open.
     *
     * @param reader as in the journal
     * @param from   the earliest; until is later than the latest
     */
    public record Filter(UUID customerId, String reader, ReadingPurpose purpose, Instant from, Instant until) {
    }

    @Inject
    ReadingTransactions transactions;

    @Inject
    Caller caller;

    /**
     * Name and contacts of a customer. Each opening is an entry of the journal and of the list that the customer and the privacy officer see. A conflict if what is named as
     * the purpose is over, or if the customer's data are restricted.
     */
    public CustomerView open(UUID customerId, Why why) {
        return open(customerId, why, List.of());
    }

    /** As {@link #open(UUID, Why)}, with the names of what else of the customer's is opened at once, for the journal. */
    public CustomerView open(UUID customerId, Why why, Collection<String> others) {
        caller.require(Permission.CUSTOMER_READ);
        return transactions.open(customerId, why, others);
    }

    /** Openings, newest first. */
    public Page<Reading> page(Filter filter, PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.page(filter, request);
    }

    /** Customers of those openings, in the order of their ids, from the one after {@code after} on. */
    public List<UUID> customers(Filter filter, UUID after, int atMost) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.customers(filter, after, atMost);
    }
}
