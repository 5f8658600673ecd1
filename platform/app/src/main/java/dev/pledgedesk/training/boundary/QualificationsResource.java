package dev.pledgedesk.training.boundary;

import dev.pledgedesk.api.QualificationsApi;
import dev.pledgedesk.api.model.Certificate;
import dev.pledgedesk.api.model.CertificatePage;
import dev.pledgedesk.api.model.DutyException;
import dev.pledgedesk.api.model.NewCertificate;
import dev.pledgedesk.api.model.NewDutyException;
import dev.pledgedesk.api.model.NewRevocation;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.training.CertificateDraft;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.Qualifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Certificates and exceptions over REST. */
@RequestScoped
public class QualificationsResource implements QualificationsApi {

    @Inject
    Qualifications qualifications;

    @Inject
    TrainingAnswers answers;

    @Inject
    Paging paging;

    @Override
    @Self
    public dev.pledgedesk.api.model.DutyStanding getDutyStanding(UUID staffId) {
        return answers.standing(qualifications.standing(staffId));
    }

    @Override
    @Allowed(Permission.TRAINING_READ)
    public CertificatePage listCertificates(Integer pageSize, String pageAfter) {
        Page<CertificateView> page = qualifications.certificates(PageRequest.of(pageSize, pageAfter));
        return new CertificatePage().items(page.items().stream().map(answers::certificate).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Certificate recordCertificate(NewCertificate body, String idempotencyKey) {
        return answers.certificate(qualifications.record(new CertificateDraft(body.getStaffId(), body.getQualification(), body.getIssuer(), body.getDocument(), body.getIssuedAt(), body.getValidUntil())));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Certificate revokeCertificate(UUID certificateId, NewRevocation body, String idempotencyKey) {
        return answers.certificate(qualifications.revoke(certificateId, body.getReason()));
    }

    @Override
    @Public
    public dev.pledgedesk.api.model.CertificateCheck checkCertificate(String code) {
        return answers.check(qualifications.check(code));
    }

    @Override
    @Allowed(Permission.DUTY_EXCEPT)
    public DutyException grantDutyException(NewDutyException body, String idempotencyKey) {
        return answers.exception(qualifications.grant(body.getStaffId(), body.getQualification(), body.getReason(), body.getUntil()));
    }

    @Override
    @Allowed(Permission.DUTY_EXCEPT)
    public DutyException endDutyException(UUID exceptionId, String idempotencyKey) {
        return answers.exception(qualifications.end(exceptionId));
    }
}
