package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Sha256;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Proves that a form was made by this site for this browser: derived from a cookie that other sites can neither read nor set. */
@RequestScoped
public class FormToken {

    /** Parameter of a form's address that carries the token. */
    public static final String PARAMETER = "_form";
    /** Header of a scripted request that carries it. */
    public static final String HEADER = "X-Form-Token";

    private static final SecureRandom RANDOM = new SecureRandom();

    private String secret;
    private boolean fresh;

    /** The browser's secret, made if it has none yet. */
    public void begin(String cookie) {
        fresh = cookie == null || cookie.length() != 32;
        if (fresh) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } else {
            secret = cookie;
        }
    }

    /** Whether the secret must still be given to the browser. */
    public boolean isFresh() {
        return fresh;
    }

    public String secret() {
        return secret;
    }

    /** The token. */
    public String value() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of("form|" + secret)).substring(0, 32);
    }

    /** Whether a request carries the token of its own browser. */
    public boolean matches(String given) {
        return !fresh && given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), value().getBytes(StandardCharsets.UTF_8));
    }
}
