package dev.pledgedesk.sdk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
     * @param facts what staff should know about it, at most fifty
     */
    record Entitlement(Text title, State state, Optional<LocalDate> from, Optional<LocalDate> until, List<Fact> facts) {

        private static final int MOST_FACTS = 50;

        /** Refuses what is missing, and too many facts. */
        public Entitlement {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            facts = List.copyOf(facts);
            if (facts.size() > MOST_FACTS) {
                throw new IllegalArgumentException("at most " + MOST_FACTS + " facts are shown");
            }
        }
    }

    /**
     * Something that is known, with its name.
     *
     * @param name  of what it is
     * @param value what it is
     */
    record Fact(Text name, Text value) {

        /** Refuses what is missing. */
        public Fact {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Finds entitlements.
     *
     * @param ticket which is asked for
     * @return in the order in which they are shown, of more than twenty the first; empty if the ticket names nothing that could have one
     * @throws Exception if it cannot be told now
     */
    List<Entitlement> find(TicketSnapshot ticket) throws Exception;
}
