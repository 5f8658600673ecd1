package dev.pledgedesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.Problem;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are long and not on everybody's list; nothing else is asked of them. */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @BeforeEach
    void configure() {
        passwords.hash = new Reversed();
        passwords.configure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "vollmondnacht", "山高水长 2026 年又一年", "            x y z w", "Tr0ub4dor&3xtra"})
    void longOnesAreTaken(String password) {
        assertThat(passwords.matches(password, passwords.accept(password, "agent", "/password"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"short, field.password-short", "elevenchars, field.password-short", "aaaaaaaaaaaa, field.password-common", "abcabcabcabcabc, field.password-common",
        "password1234, field.password-common", "Password!Password, field.password-common", "123456789012, field.password-common",
        "PASSWORD-123, field.password-common", "administrator1, field.password-common", "wang.wei.agent, field.password-common"})
    void weakOnesAreRefused(String password, String reason) {
        Problem refused = catchThrowableOfType(Problem.class, () -> passwords.accept(password, "Wang.Wei.Agent", "/password"));
        assertThat(refused).as(password).isNotNull();
        assertThat(refused.errors()).singleElement().satisfies(e -> {
            assertThat(e.pointer()).isEqualTo("/password");
            assertThat(e.message()).isEqualTo(reason);
        });
    }

    @Test
    void whereThereIsNoAccountAHashIsComparedAllTheSame() {
        Reversed hash = (Reversed) passwords.hash;
        int before = hash.verified;
        assertThat(passwords.matches("correct horse battery", null)).isFalse();
        assertThat(hash.verified).isEqualTo(before + 1);
    }

    /** Stands in for the container's slow hash; counts how often it is asked. */
    private static final class Reversed implements Pbkdf2PasswordHash {

        private int verified;

        @Override
        public void initialize(Map<String, String> parameters) {
            assertThat(Integer.parseInt(parameters.get("Pbkdf2PasswordHash.Iterations"))).isGreaterThanOrEqualTo(210_000);
        }

        @Override
        public String generate(char[] password) {
            return new StringBuilder(new String(password)).reverse().toString();
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            verified++;
            return generate(password).equals(hashed);
        }
    }
}
