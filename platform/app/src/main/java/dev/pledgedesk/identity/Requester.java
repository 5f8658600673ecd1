package dev.pledgedesk.identity;

import java.util.UUID;

/**
 * Who a new ticket is for: a known customer by id, anybody by contact, or somebody of whom nothing is known. All members may be null.
 *
 * @param anonymous nothing is known of him; all other members are null then
 */
public record Requester(UUID customerId, String name, String email, String phone, String locale, boolean anonymous) {

    /** A requester of whom at least a contact is known. */
    public Requester(UUID customerId, String name, String email, String phone, String locale) {
        this(customerId, name, email, phone, locale, false);
    }

    /** Whether anything is said of him. */
    public boolean isNamed() {
        return customerId != null || name != null || email != null || phone != null || locale != null;
    }
}
