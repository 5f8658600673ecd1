package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.ExternalIdentity;
import dev.pledgedesk.identity.entity.ExternalIdentityRows;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into external_identity before there was encryption. */
@ApplicationScoped
public class ExternalIdentityResealing extends Resealing<ExternalIdentity> {

    @Inject
    ExternalIdentityRows rows;

    @Inject
    BlindIndex blindIndex;

    public ExternalIdentityResealing() {
        super("external_identity");
    }

    @Override
    protected TenantRepository<ExternalIdentity> rows() {
        return rows;
    }

    @Override
    protected void reseal(ExternalIdentity row) {
        if (row.subject().isClear()) {
            String subject = opened(row.personId(), "subject", row.id(), row.subject());
            row.reseal(resealed(row.personId(), "subject", row.id(), row.subject()), blindIndex.of("subject", row.issuer() + " " + subject));
        }
    }
}
