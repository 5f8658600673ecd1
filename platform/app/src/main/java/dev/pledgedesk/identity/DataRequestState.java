package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How far a request is. Each move that is not possible is a conflict. */
public enum DataRequestState {

    /** Waits for its first decision. */
    OPEN,
    /** Done as asked; the end. */
    GRANTED,
    /** Not done; the person may appeal for a while. */
    REFUSED,
    /** Waits for a decision once more. */
    APPEALED,
    /** Refused for good; the end. */
    UPHELD,
    /** The person does not ask any more; the end. */
    WITHDRAWN,
    /** The person was forgotten before it was decided; the end. */
    ENDED;

    /** Whether the desk owes a decision. */
    public boolean isWaiting() {
        return this == OPEN || this == APPEALED;
    }

    /** After a decision. */
    public DataRequestState decided(boolean granted) {
        requireWaiting();
        return granted ? GRANTED : this == OPEN ? REFUSED : UPHELD;
    }

    /** After an appeal. */
    public DataRequestState appealed() {
        if (this != REFUSED) {
            throw Problem.of(Problem.Kind.CONFLICT, "request.nothing-to-appeal");
        }
        return APPEALED;
    }

    /** After the person has taken it back. */
    public DataRequestState withdrawn() {
        requireWaiting();
        return WITHDRAWN;
    }

    /** After the person was forgotten. */
    public DataRequestState ended() {
        requireWaiting();
        return ENDED;
    }

    private void requireWaiting() {
        if (!isWaiting()) {
            throw Problem.of(Problem.Kind.CONFLICT, "request.decided-already");
        }
    }

    /** As written in the contract and the database, such as {@code appealed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is stored under a key. */
    public static DataRequestState of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }
}
