package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.roster.ShiftFigures;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Per cent of somebody's shifts that he came to in time; those that he did not are what it comes from. */
@ApplicationScoped
public class AttendanceSource implements IndicatorSource {

    @Inject
    ShiftFigures shifts;

    @Override
    public Source source() {
        return Source.ATTENDANCE;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        Map<UUID, Measured> all = new HashMap<>();
        shifts.kept(from, until).stream().collect(Collectors.groupingBy(ShiftFigures.Kept::staffId)).forEach((who, his) -> all.put(who, new Measured(
                Scales.percent(his.stream().filter(ShiftFigures.Kept::inTime).count(), his.size()), his.size(),
                his.stream().filter(k -> !k.inTime()).limit(Scales.MOST_REFS).map(k -> new IndicatorScore.Ref("shift", k.shiftId(), k.day().toString())).toList())));
        return all;
    }
}
