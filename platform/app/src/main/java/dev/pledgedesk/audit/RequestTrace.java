package dev.pledgedesk.audit;

import jakarta.enterprise.context.RequestScoped;

/** Which request is being served, for journal entries, problems, logs and limits; empty in background work. */
@RequestScoped
public class RequestTrace {

    private String requestId;
    private String source;
    private String agent;

    /** Set once by the first filter. */
    public void begin(String id, String address, String userAgent) {
        requestId = id;
        source = address;
        agent = userAgent;
    }

    /** Id of the request, null in background work. */
    public String requestId() {
        return requestId;
    }

    /** Network address of the caller, personal data: to be hashed or forgotten, never stored as it is; null in background work. */
    public String source() {
        return source;
    }

    /** What the caller's program calls itself, as it is: to be sorted into a family, never stored; null if it says nothing and in background work. */
    public String agent() {
        return agent;
    }
}
