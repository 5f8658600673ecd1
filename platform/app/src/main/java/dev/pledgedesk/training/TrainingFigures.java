package dev.pledgedesk.training;

import dev.pledgedesk.training.entity.AssessmentRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Results of assessments in numbers. Asks for no permission: who reads them is known above this room only. */
@ApplicationScoped
@Transactional
public class TrainingFigures {

    /** What somebody's assessment came to, in per cent. */
    public record Result(UUID staffId, UUID assessmentId, BigDecimal overall) {
    }

    @Inject
    AssessmentRows assessments;

    /** Those that were closed in a half-open time. */
    public List<Result> results(Instant from, Instant until) {
        return assessments.closed(from, until).stream().map(a -> new Result(a.staffId(), a.id(), a.overall())).toList();
    }
}
