package dev.pledgedesk.identity;

import dev.pledgedesk.api.model.NewRequester;

/** Requesters as the contract has them. */
public final class Requesters {

    private Requesters() {
    }

    /** That of a request; null for none. */
    public static Requester of(NewRequester r) {
        return r == null ? null : new Requester(r.getCustomerId(), r.getName(), r.getEmail(), r.getPhone(), r.getLocale(), Boolean.TRUE.equals(r.getAnonymous()));
    }
}
