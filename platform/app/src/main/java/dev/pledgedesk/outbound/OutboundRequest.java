package dev.pledgedesk.outbound;

import java.net.URI;
import java.util.Map;

/**
 * A call to somebody else's server.
 *
 * @param method    such as {@code GET}
 * @param address   absolute, https unless the operator allows http to that host
 * @param headers   by name; never Host, Content-Length or Transfer-Encoding
 * @param body      null for none
 * @param mostBytes the longest answer that is read, in bytes
 */
public record OutboundRequest(String method, URI address, Map<String, String> headers, byte[] body, int mostBytes) {

    /** Reads a document. */
    public static OutboundRequest get(URI address, String accept, int mostBytes) {
        return new OutboundRequest("GET", address, Map.of("Accept", accept), null, mostBytes);
    }
}
