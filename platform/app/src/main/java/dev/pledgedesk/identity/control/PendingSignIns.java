package dev.pledgedesk.identity.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The state between the two steps of a sign-in on pages: a signed note that the password was right. It is no token, opens nothing, and dies with the
 * password it was made for.
 */
@ApplicationScoped
public class PendingSignIns {

    /** How long the second step may take. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final String AUDIENCE = "pledgedesk-second-step";
    private static final String PROOF = "proof";

    @Inject
    TokenKey key;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    /** A note for a member whose password was right. */
    String note(StaffMember member) {
        return key.sign(new JWTClaimsSet.Builder().subject(member.id().toString()).claim(Tokens.TENANT_CLAIM, context.tenantId().toString())
                .claim(PROOF, proof(member)), AUDIENCE, clock.now().plus(LIFE));
    }

    /** Whose note it is, empty if it is none of this tenant or is over. */
    Optional<UUID> member(String note) {
        return key.verified(note, AUDIENCE).filter(c -> context.tenantId().toString().equals(c.getClaim(Tokens.TENANT_CLAIM)))
                .flatMap(c -> Ids.parse(c.getSubject()));
    }

    /** Whether the note was made for the password that the member has now. */
    boolean isOf(String note, StaffMember member) {
        return key.verified(note, AUDIENCE).filter(c -> proof(member).equals(c.getClaim(PROOF))).isPresent();
    }

    private String proof(StaffMember member) {
        return java.util.HexFormat.of().formatHex(key.hash("pending|" + member.id() + "|" + member.passwordHash()), 0, 16);
    }
}
