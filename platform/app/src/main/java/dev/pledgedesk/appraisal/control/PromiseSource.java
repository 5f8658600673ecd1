package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.promise.ClockFigures;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Per cent of promises that were kept, of those whose ticket was somebody's when they were kept or broken; the broken ones are what it comes from. */
@ApplicationScoped
public class PromiseSource implements IndicatorSource {

    private static final String TICKET = "ticket";
    /** Of everybody together; more are counted and not named. */
    private static final int MOST_BROKEN = 10_000;

    @Inject
    ClockFigures clocks;

    @Override
    public Source source() {
        return Source.PROMISES;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        Map<UUID, List<IndicatorScore.Ref>> broken = new HashMap<>();
        clocks.broken(TICKET, from, until, MOST_BROKEN).forEach(b -> {
            List<IndicatorScore.Ref> his = broken.computeIfAbsent(b.staffId(), who -> new ArrayList<>());
            if (his.size() < Scales.MOST_REFS) {
                his.add(new IndicatorScore.Ref("ticket", b.subject(), b.target()));
            }
        });
        Map<UUID, Measured> all = new HashMap<>();
        clocks.byPerson(TICKET, from, until).stream().filter(p -> p.kept() + p.broken() > 0).forEach(p -> all.put(p.staffId(),
                new Measured(Scales.percent(p.kept(), p.kept() + p.broken()), (int) (p.kept() + p.broken()), broken.getOrDefault(p.staffId(), List.of()))));
        return all;
    }
}
