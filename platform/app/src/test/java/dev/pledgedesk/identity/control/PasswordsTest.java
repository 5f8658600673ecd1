package dev.pledgedesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.Problem;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are long and not on everybody's list; nothing else is asked of them. */
class PasswordsTest {

    private static final List<String> NEAR_AT_HAND = List.of("Wang.Wei.Agent", "PledgeDesk", "Brush & Seal", "一笔画廊艺术平台");

    private final Passwords passwords = new Passwords();

    @BeforeEach
    void configure() {
        passwords.hash = new Reversed();
        passwords.configure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "vollmondnacht", "山高水长 2026 年又一年", "            x y z w", "Tr0ub4dor&3xtra"})
    void longOnesAreTaken(String password) {
        assertThat(passwords.matches(password, passwords.accept(password, List.of("agent"), "/password"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"short, field.password-short", "elevenchars, field.password-short", "aaaaaaaaaaaa, field.password-common", "abcabcabcabcabc, field.password-common",
        "password1234, field.password-common", "Password!Password, field.password-common", "123456789012, field.password-common",
        "PASSWORD-123, field.password-common", "P@ssw0rd2024!, field.password-common",
        "qwertyuiop[]12, field.password-common", "poiuytrewq1234, field.password-common", "1qaz2wsx3edc, field.password-common",
        "woaini1314520, field.password-common", "PledgeDesk2026, field.password-common",
        "Brush&Seal2026, field.password-common", "一笔画廊艺术平台二〇二六, field.password-common", "ｐａｓｓｗｏｒｄ１２３４, field.password-common", "administrator1, field.password-common", "wang.wei.agent, field.password-common"})
    void weakOnesAreRefused(String password, String reason) {
        Problem refused = catchThrowableOfType(Problem.class, () -> passwords.accept(password, NEAR_AT_HAND, "/password"));
        assertThat(refused).as(password).isNotNull();
        assertThat(refused.errors()).singleElement().satisfies(e -> {
            assertThat(e.pointer()).isEqualTo("/password");
            assertThat(e.message()).isEqualTo(reason);
        });
    }

    @Test
    void theSameCharactersTypedOtherwiseAreTheSamePassword() {
        String kept = passwords.accept("caf\u00e9 au lait 3 tasses", NEAR_AT_HAND, "/password");
        assertThat(passwords.matches("cafe\u0301 au lait ３ tasses", kept)).isTrue();
        assertThat(passwords.matches("cafe au lait 3 tasses", kept)).isFalse();
    }

    @Test
    void lengthIsCountedInCharactersAndBounded() {
        assertThat(catchThrowableOfType(Problem.class, () -> passwords.accept("😀🐎🔋📎🌙🍵", NEAR_AT_HAND, "/p")).errors().get(0).message())
                .as("six characters of two units each").isEqualTo("field.password-short");
        String longest = "correct horse battery staple ".repeat(7).substring(0, 200);
        assertThat(passwords.matches(longest, passwords.accept(longest, NEAR_AT_HAND, "/p"))).isTrue();
        assertThat(catchThrowableOfType(Problem.class, () -> passwords.accept(longest + "x", NEAR_AT_HAND, "/p")).errors().get(0).message())
                .isEqualTo("field.too-long");
        assertThat(passwords.matches(longest + "x", longest)).isFalse();
    }

    @Test
    void aHashOfFewerIterationsIsOutdated() {
        assertThat(passwords.isOutdated("PBKDF2WithHmacSHA512:10000:c2FsdA==:aGFzaA==")).isTrue();
        assertThat(passwords.isOutdated("PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA==")).isFalse();
        assertThat(passwords.isOutdated("of another kind")).isFalse();
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
