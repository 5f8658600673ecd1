package dev.pledgedesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes are those of RFC 6238, good one step early and one late. */
class TotpTest {

    /** The RFC's secret for SHA-1. */
    private static final String SECRET = Totp.base32("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Appendix B of the RFC; its codes have eight digits, of which ours are the last six. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"})
    void theVectorsOfTheRfcHold(long second, String eightDigits) {
        assertThat(Totp.step(SECRET, eightDigits.substring(2), Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "61, false"})
    void aPhoneMayBeOneStepOff(int seconds, boolean good) {
        assertThat(Totp.step(SECRET, "050471", Instant.ofEpochSecond(1111111111L + seconds)).isPresent()).isEqualTo(good);
    }

    @Test
    void nothingElseIsACode() {
        Instant then = Instant.ofEpochSecond(1111111111L);
        for (String wrong : new String[] {"", "50471", "0504710", "050472", "٠٥٠٤٧١", "14050471"}) {
            assertThat(Totp.step(SECRET, wrong, then)).as(wrong).isEmpty();
        }
    }

    @Test
    void secretsAreLongAndWrittenInBase32() {
        assertThat(SECRET).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
        assertThat(Totp.address("一笔 Art", "wang.wei", SECRET)).isEqualTo("otpauth://totp/%E4%B8%80%E7%AC%94%20Art:wang.wei?secret=" + SECRET
                + "&issuer=%E4%B8%80%E7%AC%94%20Art");
    }
}
