package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals what was written into customer before there was encryption. */
@ApplicationScoped
public class CustomerResealing extends Resealing<CustomerRecord> {

    @Inject
    CustomerRecords rows;

    @Inject
    BlindIndex blindIndex;

    public CustomerResealing() {
        super("customer");
    }

    @Override
    protected TenantRepository<CustomerRecord> rows() {
        return rows;
    }

    @Override
    protected void reseal(CustomerRecord row) {
        UUID id = row.id();
        row.reseal(resealed(id, "name", id, row.name()));
        if (row.email() != null && row.email().isClear()) {
            row.mailAt(resealed(id, "email", id, row.email()), blindIndex.of("email", opened(id, "email", id, row.email())));
        }
        if (row.phone() != null && row.phone().isClear()) {
            row.callAt(resealed(id, "phone", id, row.phone()), blindIndex.of("phone", opened(id, "phone", id, row.phone())));
        }
    }
}
