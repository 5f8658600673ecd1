package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rules for passwords and their slow hash: length and a blocklist, no composition rules; PBKDF2 as the container offers it. */
@ApplicationScoped
public class Passwords {

    /** Longest password in characters; what is longer only costs time. */
    public static final int MAX_LENGTH = 200;

    private static final int MIN_LENGTH = 12;

    @Inject
    Pbkdf2PasswordHash hash;

    /** The demo's passwords are in its files and on the screen: there is nothing to guard, and its server runs without the compiler that makes this fast. */
    private static final String DEMO_ITERATIONS = "10000";
    private static final String ITERATIONS = "210000";

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    private int iterations;
    private String unknown;

    @PostConstruct
    void configure() {
        String number = "demo".equals(profile) ? DEMO_ITERATIONS : ITERATIONS;
        iterations = Integer.parseInt(number);
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", number,
                "Pbkdf2PasswordHash.SaltSizeBytes", "16", "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        unknown = hash.generate(Secrets.token().toCharArray());
    }

    /**
     * The hash to keep of a password that follows the rules; a problem at {@code pointer} if it does not.
     *
     * @param nearAtHand words that make it easy to guess, such as the sign-in name
     */
    String accept(String password, Collection<String> nearAtHand, String pointer) {
        String normal = normal(password);
        if (normal.codePointCount(0, normal.length()) < MIN_LENGTH) {
            throw Problem.invalid(new FieldError(pointer, "field.password-short", MIN_LENGTH));
        }
        if (normal.length() > MAX_LENGTH) {
            throw Problem.invalid(new FieldError(pointer, "field.too-long", MAX_LENGTH));
        }
        if (CommonPasswords.include(normal, nearAtHand)) {
            throw Problem.invalid(new FieldError(pointer, "field.password-common"));
        }
        return hash.generate(normal.toCharArray());
    }

    /** The hash of a password that was accepted once, made as hashes are made now. */
    String again(String password) {
        return hash.generate(normal(password).toCharArray());
    }

    /** Compares; takes as long when there is no such account, null being its hash. */
    boolean matches(String password, String kept) {
        // No password is longer; hashing it would only cost time.
        String tried = password.length() > MAX_LENGTH ? "" : normal(password);
        return hash.verify(tried.toCharArray(), kept == null ? unknown : kept) && kept != null && !tried.isEmpty();
    }

    /** Whether a hash was made with fewer iterations than are made now. */
    boolean isOutdated(String kept) {
        String[] parts = kept.split(":");
        return parts.length == 4 && parts[1].matches("[0-9]{1,9}") && Integer.parseInt(parts[1]) < iterations;
    }

    /** The same characters can be typed as different code points on different keyboards. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
