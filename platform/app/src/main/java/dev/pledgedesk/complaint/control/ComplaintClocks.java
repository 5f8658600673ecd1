package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clocks of complaints, and whom they concern: who looks after a complaint, or the roles that do. */
@ApplicationScoped
public class ComplaintClocks implements ClockSubjects {

    static final String TYPE = "complaint";

    @Inject
    Clocks clocks;

    @Inject
    Complaints complaints;

    @Inject
    Regimes regimes;

    @Inject
    Timeline timeline;

    @Inject
    Staff staff;

    /** Brings them in step; part of the caller's transaction. */
    void follow(Complaint complaint) {
        clocks.keep(TYPE, complaint.id(), sheet -> new LimitRules(regimes.of(complaint)).follow(sheet, complaint, timeline.passed(complaint)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        Complaint complaint = complaints.get(id);
        return new ClockSubject(id, LocalizedText.same(complaint.number()), null, concerned(complaint));
    }

    /** Its owner, or whoever has one of the roles that look after it. */
    List<StaffView> concerned(Complaint complaint) {
        if (complaint.ownerId() != null) {
            StaffView owner = staff.get(complaint.ownerId());
            if (owner.active()) {
                return List.of(owner);
            }
        }
        return staff.inRoles(regimes.responsible(complaint));
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return config.complaints().regime(key).map(LimitRules::policy);
    }
}
