package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.CaseState;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintCase;
import dev.pledgedesk.complaint.entity.ComplaintCases;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.tenancy.ComplaintSection.Opinion;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A department that is asked answers in time; its own people are told. */
@ApplicationScoped
public class CaseClocks implements ClockSubjects {

    static final String TYPE = "complaint-case";

    @Inject
    Clocks clocks;

    @Inject
    Complaints complaints;

    @Inject
    ComplaintCases cases;

    @Inject
    Regimes regimes;

    @Inject
    Staff staff;

    /** Brings them in step; part of the caller's transaction. */
    void follow(Complaint complaint, ComplaintCase asked) {
        Optional<Policy> policy = policy(regimes.of(complaint));
        if (policy.isEmpty()) {
            return;
        }
        clocks.keep(TYPE, asked.id(), sheet -> {
            if (asked.state() == CaseState.OPEN && sheet.open().isEmpty()) {
                sheet.start(complaint.configVersion(), policy.get(), policy.get().targets().get(0), "department-asked", asked.openedAt());
            } else if (asked.state() == CaseState.ANSWERED) {
                sheet.fulfil(LimitRules.OPINION, "opinion");
            } else if (asked.state() == CaseState.WITHDRAWN) {
                sheet.cancel(LimitRules.OPINION, "case-withdrawn");
            }
        });
    }

    /** People of a department who may answer. */
    List<StaffView> of(String department) {
        return staff.holding(Permission.COMPLAINT_ANSWER).stream().filter(m -> department.equals(m.department())).toList();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        ComplaintCase asked = cases.get(id);
        return new ClockSubject(id, LocalizedText.same(complaints.get(asked.complaintId()).number()), null, of(asked.department()));
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return config.complaints().regime(key).flatMap(CaseClocks::policy);
    }

    private static Optional<Policy> policy(Regime regime) {
        return Optional.ofNullable(regime.opinion()).map(opinion -> new Policy(regime.key(), regime.name(), null, List.of(target(opinion)), regime.escalation(), null));
    }

    private static Target target(Opinion opinion) {
        return new Target(LimitRules.OPINION, Messages.everywhere("complaint.opinion"), Metric.CUSTOM, null, opinion.calendar(), opinion.limit(), opinion.warnAt(), null, null, null, false);
    }
}
