package dev.pledgedesk.identity;

import java.util.UUID;

/**
 * A customer with contacts; email, phone and locale may be null.
 *
 * @param verified   whether the mail address was proved by a code
 * @param restricted whether his data are used for nothing but settling what is in dispute
 */
public record CustomerView(UUID id, String name, String email, String phone, String locale, boolean verified, boolean restricted) {

    /** The same for who may not see contacts, not even masked. */
    public CustomerView withoutContacts() {
        return new CustomerView(id, name, null, null, locale, verified, restricted);
    }
}
