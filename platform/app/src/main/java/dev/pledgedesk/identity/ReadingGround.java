package dev.pledgedesk.identity;

import java.util.Optional;
import java.util.UUID;

/** Implemented by whoever keeps records that give a reason to open a customer's contacts: says whether one still does. */
public interface ReadingGround {

    /** The purpose that such a record is the ground of. */
    ReadingPurpose purpose();

    /**
     * What people call the record, such as a ticket's number, which must name nobody; empty if its work is over. Refused as not found if it is not that customer's, or if
     * the caller may not know it.
     */
    Optional<String> live(UUID customerId, UUID recordId);
}
