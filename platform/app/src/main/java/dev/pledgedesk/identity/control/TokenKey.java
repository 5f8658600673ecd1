package dev.pledgedesk.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.kernel.DeskClock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The platform's key, the same on every node: signs and verifies what goes through the hands of others, and keys hashes that nobody else shall compute. */
@ApplicationScoped
public class TokenKey {

    /** By how much the clocks of two nodes may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final String MAC = "HmacSHA256";

    @Inject
    DeskClock clock;

    @Inject
    @ConfigProperty(name = "pledgedesk.token.signing-key")
    String signingKeyFile;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.publickey")
    String publicKey;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    private RSASSASigner signer;
    private RSASSAVerifier verifier;
    private SecretKeySpec hashKey;

    @PostConstruct
    void readKeys() {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            byte[] privateKey = der(Files.readString(Path.of(signingKeyFile), StandardCharsets.US_ASCII));
            signer = new RSASSASigner((RSAPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            verifier = new RSASSAVerifier((RSAPublicKey) keys.generatePublic(new X509EncodedKeySpec(der(publicKey))));
            MessageDigest derived = MessageDigest.getInstance("SHA-256");
            derived.update("pledgedesk keyed hash".getBytes(StandardCharsets.US_ASCII));
            hashKey = new SecretKeySpec(derived.digest(privateKey), MAC);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the token signing key cannot be used", unusable);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    /** Signs claims for an audience that hold from now until a time; the issuer is the platform. */
    String sign(JWTClaimsSet.Builder claims, String audience, Instant expires) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(),
                    claims.issuer(issuer).audience(audience).issueTime(Date.from(clock.now())).expirationTime(Date.from(expires)).build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The claims, empty unless signature, algorithm, issuer, audience and time are all right: begun, and not over. */
    Optional<JWTClaimsSet> verified(String token, String audience) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                return Optional.empty();
            }
            return Optional.of(jwt.getJWTClaimsSet()).filter(c -> isInTime(c) && issuer.equals(c.getIssuer()) && c.getAudience().contains(audience));
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private boolean isInTime(JWTClaimsSet claims) {
        Instant latest = clock.now().plus(CLOCK_SKEW);
        return claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().isAfter(clock.now())
                && hasBegun(claims.getIssueTime(), latest) && hasBegun(claims.getNotBeforeTime(), latest);
    }

    private static boolean hasBegun(Date begin, Instant latest) {
        return begin == null || !begin.toInstant().isAfter(latest);
    }

    /** A hash that only the platform can compute; 32 bytes. */
    byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(hashKey);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
