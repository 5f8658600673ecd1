package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves an instance alone that keeps failing: after five failures on end it rests for half a minute, then for longer each time, one call in between finding out
 * whether it is well again; after six such rests somebody has to see to it. What carries messages or brings them in is tried for ever: a server that was away for an
 * hour comes back by itself.
 */
final class Breaker {

    static final int FAILURES = 5;
    static final int RESTS = 6;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final boolean forEver;
    private int failures;
    private int rests;
    private Instant restsUntil;
    private boolean trying;

    /**
     * Of an instance.
     *
     * @param forEver whether it is tried again however often it fails
     */
    Breaker(boolean forEver) {
        this.forEver = forEver;
    }

    /** Why it must not be called now; empty if it may be, and then {@link #good}, {@link #bad} or {@link #unasked} must follow. */
    synchronized Optional<FailureKind> refuses(Instant now) {
        if (!forEver && rests >= RESTS) {
            return Optional.of(FailureKind.QUARANTINED);
        }
        if (restsUntil == null) {
            return Optional.empty();
        }
        if (trying || now.isBefore(restsUntil)) {
            return Optional.of(FailureKind.RESTING);
        }
        trying = true;
        return Optional.empty();
    }

    /** A call went well. */
    synchronized void good() {
        failures = 0;
        rests = 0;
        restsUntil = null;
        trying = false;
    }

    /** It was not called after all; says nothing about how it does. */
    synchronized void unasked() {
        trying = false;
    }

    /** A call has failed. */
    synchronized void bad(Instant now) {
        failures++;
        if (trying || restsUntil == null && failures >= FAILURES) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(rests, 10));
            restsUntil = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
            rests++;
            failures = 0;
            trying = false;
        }
    }

    /** How it stands, for whoever looks after it. */
    synchronized Optional<FailureKind> state(Instant now) {
        if (!forEver && rests >= RESTS) {
            return Optional.of(FailureKind.QUARANTINED);
        }
        return restsUntil != null && (trying || now.isBefore(restsUntil)) ? Optional.of(FailureKind.RESTING) : Optional.empty();
    }
}
