package dev.pledgedesk.page;

import jakarta.enterprise.context.RequestScoped;

/** The address that was asked for. */
@RequestScoped
public class CurrentPage {

    private String path = "/";
    private String query;
    private boolean fragment;

    /** Set by the first page filter; {@code fragment} if a script asks for part of a page. */
    public void open(String requestPath, String requestQuery, boolean isFragment) {
        path = requestPath;
        query = requestQuery;
        fragment = isFragment;
    }

    public String path() {
        return path;
    }

    /** Path and query. */
    public String address() {
        return query == null ? path : path + "?" + query;
    }

    /** Whether a script asked, so that an answer may be part of a page. */
    public boolean isFragment() {
        return fragment;
    }
}
