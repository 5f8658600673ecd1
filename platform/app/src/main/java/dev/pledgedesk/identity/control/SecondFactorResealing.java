package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.SecondFactor;
import dev.pledgedesk.identity.entity.SecondFactorRows;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into second_factor before there was encryption. */
@ApplicationScoped
public class SecondFactorResealing extends Resealing<SecondFactor> {

    @Inject
    SecondFactorRows rows;

    public SecondFactorResealing() {
        super("second_factor");
    }

    @Override
    protected TenantRepository<SecondFactor> rows() {
        return rows;
    }

    @Override
    protected void reseal(SecondFactor row) {
        row.reseal(resealed(row.id(), "secret", row.id(), row.secret()));
    }
}
