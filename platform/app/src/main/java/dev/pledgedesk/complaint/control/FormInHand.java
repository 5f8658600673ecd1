package dev.pledgedesk.complaint.control;

import jakarta.enterprise.context.RequestScoped;

/** Whether a ticket that is being filed belongs to a form that somebody is filling in, which opens its complaint itself. */
@RequestScoped
public class FormInHand {

    private boolean filing;

    /** From now on, or not any more. */
    void filing(boolean is) {
        filing = is;
    }

    boolean isFiling() {
        return filing;
    }
}
