package dev.pledgedesk.privacy;

import java.util.Locale;

/** How long a column is kept, as far as the platform itself rules it. */
public enum Retention {

    /** As long as the customer is known to the vendor. */
    WITH_CUSTOMER,
    /** As long as the ticket. */
    WITH_TICKET,
    /** As long as the member of staff has an account here. */
    WITH_STAFF,
    /** As long as the program's access. */
    WITH_CLIENT,
    /** Until it was used or has expired, minutes to days. */
    UNTIL_EXPIRED,
    /** A little more than a day. */
    A_DAY,
    /** By the tenant's rule for its kind; for ever without one. */
    BY_RULE,
    /** As long as the tenant: entries cannot be changed or removed one by one. */
    WITH_TENANT;

    /** As written in the contract and in texts, such as {@code with-ticket}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
