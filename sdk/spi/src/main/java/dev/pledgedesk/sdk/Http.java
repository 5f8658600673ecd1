package dev.pledgedesk.sdk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

        private static final String PREFIX = "whsec_";
        private static final String MAC = "HmacSHA256";

        /**
         * Reads something.
         *
         * @param address absolute
         * @return the call
         */
        public static Call get(URI address) {
            return new Call("GET", address, List.of(), new byte[0]);
        }

        /**
         * The same call signed as Standard Webhooks has it, so that any of its libraries tells whose it is: HMAC with SHA-256 over id, time and body.
         *
         * @param secret {@code whsec_} and Base64, or any text
         * @param id     of its own for each call
         * @param at     now
         * @return with three headers more
         * @throws IllegalArgumentException if the secret begins with {@code whsec_} and goes on with what is no Base64
         * @since 1.2
         */
        public Call signed(Secret secret, String id, Instant at) {
            String seconds = Long.toString(at.getEpochSecond());
            String said = secret.reveal();
            byte[] key = said.startsWith(PREFIX) ? Base64.getDecoder().decode(said.substring(PREFIX.length())) : said.getBytes(StandardCharsets.UTF_8);
            List<Header> all = new ArrayList<>(headers);
            all.add(new Header("webhook-id", id));
            all.add(new Header("webhook-timestamp", seconds));
            all.add(new Header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac(key, (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8), body))));
            return new Call(method, address, List.copyOf(all), body);
        }

        private static byte[] mac(byte[] key, byte[] head, byte[] body) {
            try {
                Mac mac = Mac.getInstance(MAC);
                mac.init(new SecretKeySpec(key, MAC));
                mac.update(head);
                return mac.doFinal(body);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
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
