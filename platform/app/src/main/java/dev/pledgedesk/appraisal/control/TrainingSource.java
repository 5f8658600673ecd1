package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import dev.pledgedesk.training.TrainingFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Mean result of somebody's assessments that were closed. */
@ApplicationScoped
public class TrainingSource implements IndicatorSource {

    @Inject
    TrainingFigures training;

    @Override
    public Source source() {
        return Source.TRAINING;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        return Scales.means(training.results(from, until).stream().map(r -> new Scales.One(r.staffId(), r.overall(), new IndicatorScore.Ref("assessment", r.assessmentId(), r.overall().toString()))).toList());
    }
}
