package dev.pledgedesk.sdk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a customer is entitled to, such as a warranty or a licence, by what stands in a field of a ticket. Shown to staff beside the ticket; whoever asks
 * over the REST API gets the same.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface EntitlementLookup {

    /** How an entitlement stands. */
    enum State {
        /** Holds today. */
        VALID,
        /** Held once. */
        EXPIRED,
        /** There is none. */
        NONE,
        /** Cannot be told from what is known. */
        UNKNOWN
    }

    /**
     * An entitlement.
     *
     * @param title what it is
     * @param state how it stands
     * @param from  first day, empty if unknown or without one
     * @param until last day, empty if unknown or without one
     * @param facts what staff should know about it
     */
    record Entitlement(Text title, State state, Optional<LocalDate> from, Optional<LocalDate> until, List<Fact> facts) {
    }

    /**
     * Something that is known, with its name.
     *
     * @param name  of what it is
     * @param value what it is
     */
    record Fact(Text name, Text value) {
    }

    /**
     * Finds entitlements.
     *
     * @param ticket which is asked for
     * @return in the order in which they are shown; empty if the ticket names nothing that could have one
     * @throws Exception if it cannot be told now
     */
    List<Entitlement> find(TicketSnapshot ticket) throws Exception;
}
