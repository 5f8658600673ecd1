package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where values of indicators come from. Gives those of everybody at once. */
interface IndicatorSource {

    /** What was measured of somebody. */
    record Measured(BigDecimal value, int count, List<IndicatorScore.Ref> refs) {

        /** Something that is counted, of which there is none. */
        static final Measured NONE = new Measured(BigDecimal.ZERO, 0, List.of());
    }

    Source source();

    /** Of a half-open time, by member; who has nothing is left out. */
    Map<UUID, Measured> of(Instant from, Instant until);

    /** What it is of who has nothing; null if that says nothing, as no mean of no inspection does. */
    default Measured nothing() {
        return null;
    }
}
