package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.entity.Inspections;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Mean of somebody's inspections; what they are is what it comes from. */
@ApplicationScoped
public class InspectionSource implements IndicatorSource {

    @Inject
    Inspections inspections;

    @Override
    public Source source() {
        return Source.INSPECTIONS;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        return Scales.means(inspections.done(from, until).stream().map(i -> new Scales.One(i.staffId(), i.score(), new IndicatorScore.Ref("inspection", i.id(), i.score().toString()))).toList());
    }
}
