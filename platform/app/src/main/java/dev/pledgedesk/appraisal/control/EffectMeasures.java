package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.TrainingEffect.Measure;
import dev.pledgedesk.appraisal.entity.Inspection;
import dev.pledgedesk.appraisal.entity.Inspections;
import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.promise.ClockFigures;
import dev.pledgedesk.ticket.TicketWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is measured of everybody's work in a time, each value with how far it can be trusted. */
@ApplicationScoped
public class EffectMeasures {

    private static final String TICKET = "ticket";
    private static final double WEEK = 7;
    /** Work is inspected within this time after it was done. */
    private static final Duration LATER = Duration.ofDays(92);

    @Inject
    ClockFigures clocks;

    @Inject
    Inspections inspections;

    @Inject
    TicketWork tickets;

    /** Of a half-open time, by member; who has nothing is left out. */
    Map<UUID, Estimate> of(Measure measure, Instant from, Instant until) {
        return switch (measure) {
            case PROMISES -> clocks.byPerson(TICKET, from, until).stream().filter(p -> p.kept() + p.broken() > 0)
                    .collect(Collectors.toMap(ClockFigures.OfPerson::staffId, p -> Estimate.share(p.kept(), p.kept() + p.broken())));
            case INSPECTIONS -> inspections(from, until);
            case SOLVED -> solved(from, until);
        };
    }

    /** What it is of who has nothing in a time of so many days; null where nothing says nothing. */
    Estimate nothing(Measure measure, int days) {
        return measure == Measure.SOLVED ? Estimate.sum(new double[] {WEEK / days}, Estimate.events(0)) : null;
    }

    /** By when the work was done, not by when somebody looked at it. */
    private Map<UUID, Estimate> inspections(Instant from, Instant until) {
        List<Inspection> done = inspections.done(from, until.plus(LATER));
        Map<UUID, Instant> worked = tickets.solvedAt(done.stream().map(Inspection::ticketId).toList());
        Map<UUID, List<BigDecimal>> scores = done.stream().filter(i -> worked.containsKey(i.ticketId()) && !worked.get(i.ticketId()).isBefore(from) && worked.get(i.ticketId()).isBefore(until))
                .collect(Collectors.groupingBy(Inspection::staffId, Collectors.mapping(Inspection::score, Collectors.toList())));
        Map<UUID, Estimate> all = new HashMap<>();
        scores.forEach((who, his) -> all.put(who, Estimate.of(his)));
        return all;
    }

    private Map<UUID, Estimate> solved(Instant from, Instant until) {
        double weeks = Duration.between(from, until).toDays() / WEEK;
        Map<UUID, Estimate> all = new HashMap<>();
        tickets.solved(from, until).forEach((who, n) -> all.put(who, Estimate.sum(new double[] {1 / weeks}, Estimate.events(n))));
        return all;
    }
}
