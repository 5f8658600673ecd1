package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    /** First, so that everybody has his key before those who need it work side by side. */
    @Override
    protected List<String> then() {
        return List.of("reseal-staff", "reseal-external_identity", "reseal-second_factor", "reseal-outgoing_mail", "reseal-ticket", "reseal-message", "reseal-ticket_change",
                "reseal-attachment");
    }

    @Override
    protected TenantRepository<CustomerRecord> rows() {
        return rows;
    }

    @Override
    protected void reseal(CustomerRecord row) {
        UUID id = row.id();
        row.rename(resealed(id, "name", id, row.name()));
        if (row.email() != null && row.email().isClear()) {
            row.mailAt(resealed(id, "email", id, row.email()), blindIndex.of("email", opened(id, "email", id, row.email())));
        }
        if (row.phone() != null && row.phone().isClear()) {
            row.callAt(resealed(id, "phone", id, row.phone()), blindIndex.of("phone", opened(id, "phone", id, row.phone())));
        }
    }
}
