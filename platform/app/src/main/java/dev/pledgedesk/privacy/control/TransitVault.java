package dev.pledgedesk.privacy.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundRequest;
import dev.pledgedesk.privacy.KeyVault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * The transit engine of HashiCorp Vault or OpenBao: encrypts and decrypts under a named key that never leaves it. The context goes along as associated data, which the key's type
 * (aes256-gcm96, the default there) binds to the result. The token is read from its file for each call, so that an agent can renew it.
 */
final class TransitVault implements KeyVault {

    static final String NAME = "transit";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    /** Makes a call; {@link dev.pledgedesk.outbound.OutboundGate} does. */
    interface Sender {

        /** Sends it. */
        OutboundAnswer send(OutboundRequest request) throws OutboundFailure;
    }

    private final Sender sender;
    private final URI mount;
    private final String key;
    private final Path tokenFile;

    /** The transit engine mounted at {@code mount}, such as {@code https://vault.example/v1/transit}. */
    TransitVault(Sender sender, URI mount, String key, Path tokenFile) {
        this.sender = sender;
        this.mount = mount;
        this.key = key;
        this.tokenFile = tokenFile;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] wrap(byte[] plain, byte[] context) {
        return call("encrypt", Map.of("plaintext", base64(plain), "associated_data", base64(context)), "ciphertext").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        try {
            return Base64.getDecoder().decode(call("decrypt", Map.of("ciphertext", new String(wrapped, StandardCharsets.US_ASCII), "associated_data", base64(context)), "plaintext"));
        } catch (IllegalArgumentException e) {
            throw new Failure("the key vault at " + mount + " gave no base64", e);
        }
    }

    private String call(String operation, Map<String, String> body, String wanted) {
        try {
            String token = Files.readString(tokenFile).strip();
            OutboundAnswer answer = sender.send(new OutboundRequest("POST", URI.create(mount + "/" + operation + "/" + key),
                    Map.of("X-Vault-Token", token, "X-Vault-Request", "true", "Content-Type", "application/json"), JSON.writeValueAsBytes(body), MOST_BYTES));
            if (answer.status() != OK) {
                throw new Failure("the key vault at " + mount + " answered " + operation + " with status " + answer.status(), null);
            }
            JsonNode value = JSON.readTree(answer.body()).path("data").path(wanted);
            if (!value.isTextual()) {
                throw new Failure("the key vault at " + mount + " answered " + operation + " without " + wanted, null);
            }
            return value.asText();
        } catch (JsonProcessingException e) {
            throw new Failure("the key vault at " + mount + " gave no JSON", null);
        } catch (OutboundFailure e) {
            throw new Failure("the key vault at " + mount + " cannot be called (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new Failure("the token of the key vault cannot be read from " + tokenFile, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
