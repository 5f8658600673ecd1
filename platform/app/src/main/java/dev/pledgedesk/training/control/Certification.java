package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.training.CertificateCheck;
import dev.pledgedesk.training.CertificateDraft;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.Certificate;
import dev.pledgedesk.training.entity.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives certificates and takes them back; each one transaction with its journal entry. */
@ApplicationScoped
@Transactional
public class Certification {

    static final String TABLE = "certificate";
    private static final TextBounds ISSUER = new TextBounds(2, 200);
    private static final TextBounds DOCUMENT = new TextBounds(1, 200);
    private static final TextBounds WHY = new TextBounds(3, 2000);
    private static final int CODE_GROUPS = 3;

    @Inject
    Certificates certificates;

    @Inject
    CertificateReminder reminder;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** For who has passed an assessment of ours. */
    Certificate issue(Assessment passed) {
        Instant now = clock.now();
        Qualification qualification = words.training(passed.configVersion()).qualification(passed.qualification()).orElseThrow();
        return add(new Certificate(Ids.next(), passed.staffId(), passed.qualification(), passed.id(), null, null, caller.actor(), now, end(qualification, now), Codes.fresh(CODE_GROUPS)));
    }

    /** A paper from elsewhere. */
    public CertificateView record(CertificateDraft draft) {
        Qualification qualification = words.known(draft.qualification(), "/qualification");
        StaffView holder = holder(draft.staffId());
        Instant now = clock.now();
        Instant issued = draft.issuedAt() == null ? now : draft.issuedAt();
        Instant until = draft.validUntil() == null ? end(qualification, issued) : draft.validUntil();
        List<FieldError> errors = new ArrayList<>();
        if (issued.isAfter(now)) {
            errors.add(new FieldError("/issuedAt", "field.past"));
        }
        if (until != null && !until.isAfter(issued)) {
            errors.add(new FieldError("/validUntil", "training.until"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        UUID id = Ids.next();
        return view(add(new Certificate(id, holder.id(), qualification.key(), null, ISSUER.take(draft.issuer(), "/issuer"),
                words.seal(holder.id(), TABLE, "document", id, DOCUMENT.take(draft.document(), "/document")), caller.actor(), issued, until, Codes.fresh(CODE_GROUPS))));
    }

    private StaffView holder(UUID id) {
        try {
            return staff.get(id);
        } catch (Problem absent) {
            throw Problem.unprocessable(new FieldError("/staffId", "field.unknown-key", String.valueOf(id)));
        }
    }

    private Certificate add(Certificate certificate) {
        certificates.add(certificate);
        certificates.flush();
        reminder.watch(certificate);
        journal.write(new Journal.Entry(caller.actor(), "certificate.issued", TABLE, certificate.id(), Map.of("staff", certificate.staffId(), "qualification", certificate.qualification(),
                "until", String.valueOf(certificate.validUntil()), "elsewhere", certificate.assessmentId() == null)));
        return certificate;
    }

    /** When what is given now ends; null for never. */
    private Instant end(Qualification qualification, Instant from) {
        return qualification.months() == null ? null : from.atZone(words.zone()).plusMonths(qualification.months()).toInstant();
    }

    /** Takes one back. */
    public CertificateView revoke(UUID id, String why) {
        Certificate certificate = certificates.held(id);
        certificate.revoke(words.seal(certificate.staffId(), TABLE, "revoked_why", id, WHY.take(why, "/reason")), caller.actor(), clock.now());
        certificates.flush();
        journal.write(new Journal.Entry(caller.actor(), "certificate.revoked", TABLE, id, Map.of("staff", certificate.staffId(), "qualification", certificate.qualification())));
        notices.tell(certificate.staffId(), "certificate-revoked", certificate.staffId(), words.qualification(certificate.qualification()), null);
        return view(certificate);
    }

    /** Takes back what an assessment has given, because its result is another one now. */
    void withdraw(Assessment changed, String why) {
        certificates.of(List.of(changed.staffId())).stream().filter(c -> changed.id().equals(c.assessmentId()) && c.revokedAt() == null).forEach(c -> revoke(c.id(), why));
    }

    public Page<CertificateView> page(PageRequest request) {
        Page<Certificate> page = certificates.page(request);
        words.fetch(page.items().stream().map(Certificate::staffId).distinct().toList());
        return page.map(this::view);
    }

    public List<CertificateView> of(UUID member) {
        return certificates.of(List.of(member)).stream().map(this::view).toList();
    }

    public CertificateCheck check(String code) {
        Certificate c = certificates.byCode(Codes.plain(code)).orElseThrow(Problem::notFound);
        String name = staff.names(List.of(c.staffId())).getOrDefault(c.staffId(), "");
        return new CertificateCheck(words.qualification(c.qualification()), name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "•••", c.issuer(), c.issuedAt(), c.validUntil(), c.holds(clock.now()));
    }

    private CertificateView view(Certificate c) {
        return new CertificateView(c.id(), c.staffId(), c.qualification(), words.qualification(c.qualification()), c.assessmentId(), c.issuer(),
                words.open(c.staffId(), TABLE, "document", c.id(), c.document()), c.issuedAt(), c.validUntil(), c.code(), c.revokedAt(),
                words.open(c.staffId(), TABLE, "revoked_why", c.id(), c.revokedWhy()), c.holds(clock.now()));
    }
}
