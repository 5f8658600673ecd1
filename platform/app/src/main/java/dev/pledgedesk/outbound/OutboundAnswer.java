package dev.pledgedesk.outbound;

import java.nio.charset.StandardCharsets;

/**
 * What the other server has answered, whatever its status; redirects are answers like others.
 *
 * @param contentType value of the header, null if there is none
 */
public record OutboundAnswer(int status, String contentType, byte[] body) {

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
