package dev.pledgedesk.training;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.training.control.AssessmentViews;
import dev.pledgedesk.training.control.Certification;
import dev.pledgedesk.training.control.ExceptionTransactions;
import dev.pledgedesk.training.control.QualifiedDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Who has passed what, and who may work without. Everybody sees his own. */
@ApplicationScoped
public class Qualifications {

    @Inject
    Certification certification;

    @Inject
    ExceptionTransactions exceptions;

    @Inject
    AssessmentViews assessments;

    @Inject
    QualifiedDuty duty;

    @Inject
    Staff staff;

    @Inject
    Caller caller;

    /** What somebody has passed, and what his work asks for beside it. */
    public DutyStanding standing(UUID member) {
        requireOwnOr(member, Permission.TRAINING_READ);
        return new DutyStanding(member, certification.of(member), exceptions.of(member), duty.missing(staff.get(member)), assessments.page(member, false, PageRequest.first(PageRequest.MAX_SIZE)).items());
    }

    private void requireOwnOr(UUID member, Permission permission) {
        if (!member.equals(caller.staffId())) {
            caller.require(permission);
        }
    }

    /** Certificates, the newest first. */
    public Page<CertificateView> certificates(PageRequest request) {
        caller.require(Permission.TRAINING_READ);
        return certification.page(request);
    }

    /** Records a paper from elsewhere. */
    public CertificateView record(CertificateDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return certification.record(draft);
    }

    /** Takes a certificate back. */
    public CertificateView revoke(UUID certificate, String why) {
        caller.require(Permission.TRAINING_MANAGE);
        return certification.revoke(certificate, why);
    }

    /** What anybody may know of a certificate whose code he has. */
    public CertificateCheck check(String code) {
        return certification.check(code);
    }

    /** Lets somebody else work without a pass until a moment, at most three months. */
    public ExceptionView grant(UUID member, String qualification, String reason, Instant until) {
        caller.require(Permission.DUTY_EXCEPT);
        return exceptions.grant(member, qualification, reason, until);
    }

    /** Ends that before its time. */
    public ExceptionView end(UUID exception) {
        caller.require(Permission.DUTY_EXCEPT);
        return exceptions.end(exception);
    }
}
