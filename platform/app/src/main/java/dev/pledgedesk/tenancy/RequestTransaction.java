package dev.pledgedesk.tenancy;

import jakarta.enterprise.context.RequestScoped;

/** The transaction that a request with an Idempotency-Key is, where the operation begins it itself (see {@link dev.pledgedesk.kernel.BeginsLater}). */
@RequestScoped
public class RequestTransaction {

    private Runnable waiting;

    /** Whoever handles keys leaves it to the operation. */
    public void leave(Runnable begin) {
        waiting = begin;
    }

    /** From here on the operation changes something; begins the transaction if one waits for that. */
    public void begin() {
        Runnable begin = waiting;
        waiting = null;
        if (begin != null) {
            begin.run();
        }
    }
}
