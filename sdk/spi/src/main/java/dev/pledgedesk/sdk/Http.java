package dev.pledgedesk.sdk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The only way out to other servers: by https, to hosts that the plugin's manifest names under {@code PledgeDesk-Hosts}; redirects are not followed, answers
 * are read up to 1 MB, and a call ends with the time of the extension point at the latest. The operator can allow http to a host for trials.
 *
 * @since 1.0
 */
@ProvidedByPlatform
public interface Http {

    /**
     * A header of a call.
     *
     * @param name  never Host, Content-Length or Transfer-Encoding
     * @param value without line breaks
     */
    record Header(String name, String value) {
    }

    /**
     * A call.
     *
     * @param method  such as {@code GET}
     * @param address absolute
     * @param headers in any order
     * @param body    empty for none
     */
    record Call(String method, URI address, List<Header> headers, byte[] body) {

        /**
         * Reads something.
         *
         * @param address absolute
         * @return the call
         */
        public static Call get(URI address) {
            return new Call("GET", address, List.of(), new byte[0]);
        }
    }

    /**
     * What the other side has answered, whatever it is.
     *
     * @param status      such as 200
     * @param contentType empty if it says none
     * @param body        empty if there is none
     */
    record Reply(int status, String contentType, byte[] body) {

        /**
         * The body as text.
         *
         * @return read as UTF-8
         */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @param call what to ask
     * @return what the other side says, also if it refuses
     * @throws IOException if there is no answer, or the host is none of the manifest's
     */
    Reply send(Call call) throws IOException;
}
