package dev.pledgedesk.database;

/** The database cannot be used. The message is one line for the person at the keyboard: what is wrong and what to do about it. */
public class DatabaseFailure extends RuntimeException {

    /**
     * A failure without a technical cause worth keeping.
     *
     * @param message one line: what is wrong, what to do
     */
    public DatabaseFailure(String message) {
        super(message);
    }

    /**
     * A failure with the technical cause for the log.
     *
     * @param message one line: what is wrong, what to do
     * @param cause   what was thrown below
     */
    public DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
