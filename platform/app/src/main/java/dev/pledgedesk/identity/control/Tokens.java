package dev.pledgedesk.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Issues the platform's tokens and reads them back from page cookies. For the API the container reads them by MicroProfile JWT, with the same key,
 * issuer and audience.
 */
@ApplicationScoped
public class Tokens {

    /** Claim with the tenant's id; absent in the operator's tokens. */
    public static final String TENANT_CLAIM = "tenant";
    /** Claim with the session's id. */
    public static final String SESSION_CLAIM = "sid";
    /** Group of the operator's tokens. */
    public static final String OPERATOR_GROUP = "operator";

    /** What a token says. The tenant and session are null for the operator. */
    public record Claims(String subject, UUID tenant, UUID session, boolean operator) {
    }

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

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    private RSASSASigner signer;
    private RSASSAVerifier verifier;

    @PostConstruct
    void readKeys() {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            String pem = Files.readString(Path.of(signingKeyFile), StandardCharsets.US_ASCII);
            signer = new RSASSASigner((RSAPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(der(pem))));
            verifier = new RSASSAVerifier((RSAPublicKey) keys.generatePublic(new X509EncodedKeySpec(der(publicKey))));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the token signing key cannot be used", unusable);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    /** A token for a session. */
    String issue(TenantId tenant, CallerKind kind, UUID subject, List<String> roles, UUID session, Instant expires) {
        try {
            var claims = new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject(subject.toString())
                    .claim("upn", kind.key() + "/" + subject).claim("groups", roles).claim(TENANT_CLAIM, tenant.toString())
                    .claim(SESSION_CLAIM, session.toString()).jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(clock.now())).expirationTime(Date.from(expires)).build();
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(com.nimbusds.jose.JOSEObjectType.JWT).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a token says, empty unless signature, algorithm, issuer, audience and time are all right. */
    public Optional<Claims> read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean inTime = claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().isAfter(clock.now());
            if (!inTime || !issuer.equals(claims.getIssuer()) || !claims.getAudience().contains(audience)) {
                return Optional.empty();
            }
            List<String> groups = claims.getStringListClaim("groups");
            return Optional.of(new Claims(claims.getSubject(), uuid(claims.getStringClaim(TENANT_CLAIM)), uuid(claims.getStringClaim(SESSION_CLAIM)),
                    claims.getClaim(TENANT_CLAIM) == null && groups != null && groups.contains(OPERATOR_GROUP)));
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private static UUID uuid(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
