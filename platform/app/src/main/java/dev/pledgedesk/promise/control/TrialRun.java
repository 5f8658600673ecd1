package dev.pledgedesk.promise.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.TimeMachine.Affected;
import dev.pledgedesk.promise.TimeMachine.Line;
import dev.pledgedesk.promise.TimeMachine.Trial;
import dev.pledgedesk.promise.entity.PastTickets.Happened;
import dev.pledgedesk.promise.entity.PastTickets.Past;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Walks through the past, some tickets at a time, with the rules that run and with a draft. */
@ApplicationScoped
public class TrialRun {

    private static final int BATCH = 1_000;
    private static final int MOST_AFFECTED = 1_000;
    /** Shorter than anybody in between waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Counts of a group. */
    private static final class Count {
        private long before;
        private long after;
        private long gained;
        private long lost;
    }

    @Inject
    PastReading past;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** Tries a draft; refused when it takes too long. */
    public Trial run(TenantConfig draft, Instant from, Instant until) {
        Replay running = new Replay(tenants.config());
        Replay tried = new Replay(draft);
        Instant now = clock.now();
        ZoneId zone = ZoneId.of(draft.tenant().zone());
        Map<String, Count> counts = new TreeMap<>();
        List<Affected> affected = new ArrayList<>();
        Count all = new Count();
        long tickets = 0;
        UUID last = Ids.FIRST;
        List<Past> some;
        do {
            some = past.tickets(from, until, last, BATCH);
            Map<UUID, List<Happened>> events = past.events(some.stream().map(Past::id).toList()).stream().collect(Collectors.groupingBy(Happened::ticket));
            for (Past ticket : some) {
                List<Happened> happened = events.getOrDefault(ticket.id(), List.of());
                Map<Metric, Instant> before = running.broken(ticket, happened, now);
                Map<Metric, Instant> after = tried.broken(ticket, happened, now);
                Set<Metric> metrics = EnumSet.noneOf(Metric.class);
                metrics.addAll(before.keySet());
                metrics.addAll(after.keySet());
                for (Metric metric : metrics) {
                    Instant at = after.getOrDefault(metric, before.get(metric));
                    count(all, before, after, metric);
                    for (String group : List.of("team|" + orNone(ticket.team()), "category|" + orNone(ticket.category()), "metric|" + metric.key(),
                            "week|" + at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))) {
                        count(counts.computeIfAbsent(group, g -> new Count()), before, after, metric);
                    }
                    if (before.containsKey(metric) != after.containsKey(metric) && affected.size() < MOST_AFFECTED) {
                        affected.add(new Affected(ticket.id(), ticket.number(), metric, after.containsKey(metric), at));
                    }
                }
            }
            tickets += some.size();
            if (some.size() == BATCH && Duration.between(now, clock.now()).compareTo(PATIENCE) > 0) {
                throw Problem.unprocessable(new FieldError("/from", "promise.trial-too-long", PATIENCE.toSeconds(), tickets));
            }
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == BATCH);
        List<Line> lines = counts.entrySet().stream().map(e -> new Line(e.getKey().substring(0, e.getKey().indexOf('|')), e.getKey().substring(e.getKey().indexOf('|') + 1), e.getValue().before, e.getValue().after,
                e.getValue().gained, e.getValue().lost)).toList();
        return new Trial(from, until, tickets, all.before, all.after, lines, affected);
    }

    private static String orNone(String key) {
        return key == null ? "" : key;
    }

    private static void count(Count count, Map<Metric, Instant> before, Map<Metric, Instant> after, Metric metric) {
        boolean was = before.containsKey(metric);
        boolean is = after.containsKey(metric);
        count.before += was ? 1 : 0;
        count.after += is ? 1 : 0;
        count.gained += is && !was ? 1 : 0;
        count.lost += was && !is ? 1 : 0;
    }
}
