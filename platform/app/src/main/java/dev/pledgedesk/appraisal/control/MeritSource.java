package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.entity.Merit;
import dev.pledgedesk.appraisal.entity.Merits;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sum of points of somebody's rewards and penalties that came into force. */
@ApplicationScoped
public class MeritSource implements IndicatorSource {

    @Inject
    Merits merits;

    @Override
    public Source source() {
        return Source.MERITS;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        Map<UUID, Measured> all = new HashMap<>();
        merits.inForce(from, until).stream().collect(Collectors.groupingBy(Merit::staffId)).forEach((who, his) -> all.put(who, new Measured(BigDecimal.valueOf(his.stream().mapToInt(Merit::points).sum()), his.size(),
                his.stream().limit(Scales.MOST_REFS).map(m -> new IndicatorScore.Ref("merit", m.id(), String.valueOf(m.points()))).toList())));
        return all;
    }

    @Override
    public Measured nothing() {
        return Measured.NONE;
    }
}
