package dev.pledgedesk.identity;

import java.time.Instant;
import java.util.Locale;

/**
 * A member's second factor.
 *
 * @param required          whether a role of his asks for one
 * @param since             when it was switched on, null before
 * @param recoveryCodesLeft recovery codes that were not used yet
 */
public record SecondFactorView(State state, boolean required, Instant since, int recoveryCodesLeft) {

    /** Off, waiting for its first code, or asked for at every sign-in by password. */
    public enum State {
        OFF, STARTED, ACTIVE;

        /** As written in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }
}
