package dev.pledgedesk.audit;

import jakarta.enterprise.context.RequestScoped;

/** The id of the request that is being served, for journal entries, problems and logs; null in background work. */
@RequestScoped
public class RequestTrace {

    private String requestId;

    /** Set once by the first filter. */
    public void begin(String id) {
        requestId = id;
    }

    public String requestId() {
        return requestId;
    }
}
