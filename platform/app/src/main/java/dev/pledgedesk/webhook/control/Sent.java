package dev.pledgedesk.webhook.control;

import java.time.Instant;

/**
 * How an attempt went.
 *
 * @param status  of the answer; null if there was none
 * @param failure why there was none; null if there was one
 */
record Sent(Instant at, Integer status, String failure, long millis) {

    private static final int FIRST_GOOD = 200;
    private static final int AFTER_GOOD = 300;
    private static final int GONE = 410;

    boolean isTaken() {
        return status != null && status >= FIRST_GOOD && status < AFTER_GOOD;
    }

    /** Whether the receiver wants to hear nothing more, ever. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
