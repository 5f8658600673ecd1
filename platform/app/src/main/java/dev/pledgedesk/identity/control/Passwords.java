package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rules for passwords and their slow hash: length and a blocklist, no composition rules; PBKDF2 as the container offers it. */
@ApplicationScoped
public class Passwords {

    private static final int MIN_LENGTH = 12;
    private static final int MIN_REST = 6;
    private static final Set<String> BLOCKED = Set.of("password", "passwort", "123456", "12345678", "123456789", "1234567890", "qwerty", "qwertyuiop",
            "letmein", "welcome", "iloveyou", "admin", "administrator", "abc123", "changeme", "woaini", "111111", "000000");

    @Inject
    Pbkdf2PasswordHash hash;

    /** The demo's passwords are in its files and on the screen: there is nothing to guard, and its server runs without the compiler that makes this fast. */
    private static final String DEMO_ITERATIONS = "10000";
    private static final String ITERATIONS = "210000";

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    private String unknown;

    @PostConstruct
    void configure() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations",
                "demo".equals(profile) ? DEMO_ITERATIONS : ITERATIONS, "Pbkdf2PasswordHash.SaltSizeBytes", "16", "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        unknown = hash.generate(Secrets.token().toCharArray());
    }

    /** The hash to keep of a password that follows the rules; a problem at {@code pointer} if it does not. */
    String accept(String password, String login, String pointer) {
        if (password.length() < MIN_LENGTH) {
            throw Problem.invalid(new FieldError(pointer, "field.password-short", MIN_LENGTH));
        }
        String plain = password.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean repeated = password.chars().distinct().count() < 4;
        boolean blocked = BLOCKED.stream().anyMatch(word -> plain.replace(word, "").length() < MIN_REST && plain.contains(word));
        if (repeated || blocked || password.equalsIgnoreCase(login)) {
            throw Problem.invalid(new FieldError(pointer, "field.password-common"));
        }
        return hash.generate(password.toCharArray());
    }

    /** Compares; takes as long when there is no such account, null being its hash. */
    boolean matches(String password, String kept) {
        return hash.verify(password.toCharArray(), kept == null ? unknown : kept) && kept != null;
    }
}
