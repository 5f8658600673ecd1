package dev.pledgedesk.outbound;

import java.io.IOException;

/** A call that has brought no answer. Its message is for the log, never for a visitor: it tells what is reachable from here. */
public final class OutboundFailure extends IOException {

    /** Why there is no answer. */
    public enum Reason {
        /** Scheme, host or address are not allowed; nothing was sent. */
        NOT_ALLOWED,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The time was over before the answer was there. */
        TOO_SLOW,
        /** The answer is longer than asked for. */
        TOO_LARGE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public OutboundFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
