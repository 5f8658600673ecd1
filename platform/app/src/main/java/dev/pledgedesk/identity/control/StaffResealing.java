package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.privacy.Resealing;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what was written into staff before there was encryption. */
@ApplicationScoped
public class StaffResealing extends Resealing<StaffMember> {

    @Inject
    StaffMembers rows;

    public StaffResealing() {
        super("staff");
    }

    @Override
    protected TenantRepository<StaffMember> rows() {
        return rows;
    }

    @Override
    protected void reseal(StaffMember row) {
        row.rename(resealed(row.id(), "name", row.id(), row.name()));
        row.mailAt(resealed(row.id(), "email", row.id(), row.email()));
    }
}
