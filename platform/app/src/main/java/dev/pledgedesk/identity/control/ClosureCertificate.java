package dev.pledgedesk.identity.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantCertifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Signs closures with the key that signs tokens and receipts, under an audience of its own. */
@ApplicationScoped
public class ClosureCertificate implements TenantCertifier {

    private static final String AUDIENCE = "closure-certificate";
    /** It does not run out; the form asks for an end. */
    private static final Duration LIFE = Duration.ofDays(36500);

    @Inject
    TokenKey tokenKey;

    @Override
    public String certify(TenantId tenant, String key, Instant closedAt, Map<String, Long> destroyed) {
        return tokenKey.sign(new JWTClaimsSet.Builder().jwtID(Ids.next().toString()).subject(tenant.toString()).claim("tenant", key).claim("closedAt", closedAt.toString()).claim("destroyed", destroyed),
                AUDIENCE, closedAt.plus(LIFE));
    }
}
