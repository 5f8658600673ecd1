package dev.pledgedesk.training.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.training.entity.Certificate;
import dev.pledgedesk.training.entity.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reminds the holder of a certificate, and who runs training, before it ends and when it has. */
@ApplicationScoped
public class CertificateReminder implements DueWorker {

    static final String KIND = "certificate-reminder";

    @Inject
    Certificates certificates;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    /** Comes back when the next reminder is due. */
    void watch(Certificate certificate) {
        next(certificate).ifPresent(due -> dueWork.once(KIND, certificate.id(), due));
    }

    @Override
    public void work(List<UUID> ids) {
        certificates.findAll(ids).stream().filter(c -> c.revokedAt() == null && !isRenewed(c)).forEach(c -> {
            boolean over = !c.holds(clock.now());
            String kind = over ? "certificate-ended" : "certificate-ends";
            notices.tell(c.staffId(), kind, c.staffId(), words.qualification(c.qualification()), c.validUntil());
            notices.tellManagers(c.staffId(), kind, c.staffId(), words.qualification(c.qualification()), c.validUntil());
            if (!over) {
                watch(c);
            }
        });
    }

    /** Whether he has passed anew meanwhile. */
    private boolean isRenewed(Certificate c) {
        return certificates.of(List.of(c.staffId())).stream().anyMatch(other -> other.qualification().equals(c.qualification()) && other.revokedAt() == null
                && (other.validUntil() == null || other.validUntil().isAfter(c.validUntil())));
    }

    private Optional<Instant> next(Certificate c) {
        if (c.validUntil() == null) {
            return Optional.empty();
        }
        List<Integer> days = words.training().qualification(c.qualification()).map(Qualification::remind).orElse(List.of());
        return Stream.concat(days.stream().map(d -> c.validUntil().minus(Duration.ofDays(d))), Stream.of(c.validUntil())).filter(at -> at.isAfter(clock.now())).min(Comparator.naturalOrder());
    }
}
