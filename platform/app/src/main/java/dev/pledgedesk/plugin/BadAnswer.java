package dev.pledgedesk.plugin;

/** What a plugin has answered cannot be used; thrown by a call while it looks at the answer, on the plugin's own thread and in its own time. */
public final class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param what without any words of customers
     */
    public BadAnswer(String what) {
        super(what);
    }
}
