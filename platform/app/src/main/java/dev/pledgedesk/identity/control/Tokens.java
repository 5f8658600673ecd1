package dev.pledgedesk.identity.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
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
    TokenKey key;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    /** A token for a session. */
    String issue(TenantId tenant, CallerKind kind, UUID subject, List<String> roles, UUID session, Instant expires) {
        return key.sign(new JWTClaimsSet.Builder().subject(subject.toString()).claim("upn", kind.key() + "/" + subject).claim("groups", roles)
                .claim(TENANT_CLAIM, tenant.toString()).claim(SESSION_CLAIM, session.toString()).jwtID(UUID.randomUUID().toString()), audience, expires);
    }

    /** What a token says, empty unless signature, algorithm, issuer, audience and time are all right. */
    public Optional<Claims> read(String token) {
        return key.verified(token, audience).flatMap(claims -> {
            try {
                List<String> groups = claims.getStringListClaim("groups");
                return Optional.of(new Claims(claims.getSubject(), uuid(claims.getStringClaim(TENANT_CLAIM)), uuid(claims.getStringClaim(SESSION_CLAIM)),
                        claims.getClaim(TENANT_CLAIM) == null && groups != null && groups.contains(OPERATOR_GROUP)));
            } catch (ParseException | IllegalArgumentException odd) {
                return Optional.empty();
            }
        });
    }

    private static UUID uuid(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
