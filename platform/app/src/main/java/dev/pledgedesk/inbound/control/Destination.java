package dev.pledgedesk.inbound.control;

import java.util.UUID;

/** Where a message goes. */
sealed interface Destination {

    /**
     * Into a ticket, as its customer's.
     *
     * @param customer whose it is
     */
    record Join(UUID ticketId, UUID customer) implements Destination {
    }

    /** Into a ticket, as a note for staff. */
    record Note(UUID ticketId, UUID customer) implements Destination {
    }

    /**
     * It becomes a ticket.
     *
     * @param customer null if nobody knows him yet
     */
    record File(UUID customer) implements Destination {
    }

    /**
     * It waits for staff.
     *
     * @param reason   a key below {@code inbound.reason.}
     * @param ticketId where it seems to belong; null if unknown
     * @param customer null if nobody knows him
     */
    record Hold(String reason, UUID ticketId, UUID customer) implements Destination {
    }
}
