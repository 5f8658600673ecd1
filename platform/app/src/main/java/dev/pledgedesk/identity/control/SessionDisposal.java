package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.privacy.RowDisposal;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions that ended long ago, by their time or by being revoked. */
@ApplicationScoped
public class SessionDisposal extends RowDisposal {

    public SessionDisposal() {
        super("session", Session.class, "(r.expiresAt < :before or r.revokedAt < :before)");
    }

    @Override
    public Integer days(Retention rules) {
        return rules.sessions();
    }
}
