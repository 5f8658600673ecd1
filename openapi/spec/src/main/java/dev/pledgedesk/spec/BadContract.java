package dev.pledgedesk.spec;

/** The files of the contract do not fit together; the message says in one line where and why. */
public final class BadContract extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message where and why
     */
    public BadContract(String message) {
        super(message);
    }
}
