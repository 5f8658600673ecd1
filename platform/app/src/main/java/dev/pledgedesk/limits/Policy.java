package dev.pledgedesk.limits;

import java.time.Duration;

/**
 * How much somebody may ask for in a time.
 *
 * @param name   as told in headers, such as {@code tenant}
 * @param quota  most requests in the window
 * @param window length of the window, whole seconds
 */
public record Policy(String name, long quota, Duration window) {

    /** As told in the RateLimit-Policy header. */
    public String header() {
        return "\"" + name + "\";q=" + quota + ";w=" + window.toSeconds();
    }
}
