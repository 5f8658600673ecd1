package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void isMadeOnceAndKept() throws Exception {
        SigningKey first = SigningKey.readOrCreate(directory);
        SigningKey again = SigningKey.readOrCreate(directory);
        assertThat(again.publicKey()).isEqualTo(first.publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.file()))).isEqualTo("rw-------");
        assertThat(Files.readString(first.file())).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        assertThat(first.publicPem()).startsWith("-----BEGIN PUBLIC KEY-----\n").isEqualTo(Files.readString(directory.resolve("token-verify-rsa.pem")));
    }

    @Test
    void signsTheOperatorsToken() throws Exception {
        SigningKey key = SigningKey.readOrCreate(directory);
        SignedJWT token = SignedJWT.parse(key.operatorToken(NOW));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) key.publicKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("pledgedesk");
        assertThat(claims.getAudience()).containsExactly("pledgedesk");
        assertThat(claims.getSubject()).isEqualTo("operator");
        assertThat(claims.getStringClaim("upn")).isEqualTo("operator");
        assertThat(claims.getStringListClaim("groups")).containsExactly("operator");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(30))));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getClaims()).doesNotContainKey("tenant");
    }

    @Test
    void saysWhatToDoWithABrokenKey() throws Exception {
        Path file = SigningKey.readOrCreate(directory).file();
        Files.writeString(file, "nonsense");
        assertThatThrownBy(() -> SigningKey.readOrCreate(directory)).isInstanceOf(LauncherFailure.class).hasMessageContaining("Restore it from a backup");
    }

    @Test
    void aSharedKeyIsReadAndNeverMade() throws Exception {
        SigningKey first = SigningKey.readOrCreate(directory);
        assertThat(SigningKey.shared(directory).fingerprint()).isEqualTo(first.fingerprint()).matches("[0-9a-f]{64}");
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThatThrownBy(() -> SigningKey.shared(empty)).isInstanceOf(LauncherFailure.class).hasMessageContaining("Copy the keys directory");
        assertThat(empty).isEmptyDirectory();
        assertThat(SigningKey.readOrCreate(empty).fingerprint()).isNotEqualTo(first.fingerprint());
    }
}
