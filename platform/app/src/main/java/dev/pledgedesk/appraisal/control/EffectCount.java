package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.TrainingEffect;
import dev.pledgedesk.appraisal.TrainingEffect.Group;
import dev.pledgedesk.appraisal.TrainingEffect.Measure;
import dev.pledgedesk.appraisal.TrainingEffect.Measured;
import dev.pledgedesk.appraisal.TrainingEffect.Person;
import dev.pledgedesk.appraisal.TrainingEffect.Verdict;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.training.TrainingFigures;
import dev.pledgedesk.training.TrainingFigures.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what a course has changed: each participant before and after, and how much that is more than what changed with colleagues of the same teams who were not there in the same times. People are
 * the unit, so that one who works much does not make many.
 */
@ApplicationScoped
@Transactional
public class EffectCount {

    private static final int LONGEST = 366;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 183;
    private static final int MOST_SESSIONS = 24;
    /** Of fewer people a team says what one of them has done. */
    private static final int FEW = 3;

    /** Times before and after a session, and who of whom is looked at. */
    private record Window(Instant from, Instant until, Instant since, Instant to, Set<UUID> there) {
    }

    /** When who was in the course. */
    private record Attendances(List<Held> sessions) {

        boolean attended(UUID who, Instant from, Instant until) {
            return sessions.stream().anyMatch(s -> !s.startsAt().isBefore(from) && s.startsAt().isBefore(until) && s.attended().contains(who));
        }
    }

    /** Somebody before and after. */
    private record Pair(Estimate before, Estimate after) {

        double change() {
            return after.mean() - before.mean();
        }
    }

    @Inject
    TrainingFigures training;

    @Inject
    EffectMeasures measures;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** The effect; without {@code persons} nobody is shown alone. */
    public TrainingEffect of(String course, LocalDate from, LocalDate to, int days, boolean persons) {
        LocalizedText name = tenants.config().trainingSaid().courses().stream().filter(c -> c.key().equals(course)).findFirst().map(Course::name).orElseThrow(Problem::notFound);
        if (from == null || to == null || to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
            throw Problem.invalid(new FieldError("/to", "roster.span", LONGEST));
        }
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw Problem.invalid(new FieldError("/days", "training.points", LEAST_DAYS, MOST_DAYS));
        }
        ZoneId zone = ZoneId.of(tenants.config().tenant().zone());
        List<Held> sessions = training.held(course, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
        if (sessions.size() > MOST_SESSIONS) {
            throw Problem.invalid(new FieldError("/to", "appraisal.many-sessions", MOST_SESSIONS));
        }
        Duration span = Duration.ofDays(days);
        Attendances all = new Attendances(training.held(course, from.atStartOfDay(zone).toInstant().minus(span.multipliedBy(2)), to.plusDays(1).atStartOfDay(zone).toInstant().plus(span.multipliedBy(2))));
        Set<UUID> participants = new HashSet<>();
        Set<UUID> recent = new HashSet<>();
        List<Window> windows = sessions.stream().map(s -> {
            // Who comes twice counts from the first time.
            Set<UUID> fresh = s.attended().stream().filter(participants::add).filter(who -> !all.attended(who, s.startsAt().minus(span), s.startsAt())).collect(Collectors.toSet());
            boolean over = !s.endsAt().plus(span).isAfter(clock.now());
            recent.addAll(over ? Set.of() : fresh);
            return new Window(s.startsAt().minus(span), s.startsAt(), s.endsAt(), s.endsAt().plus(span), over ? fresh : Set.of());
        }).filter(w -> !w.there().isEmpty()).toList();
        List<Integer> ratings = sessions.stream().flatMap(s -> s.ratings().stream()).toList();
        Map<UUID, StaffView> members = members(windows, participants);
        return new TrainingEffect(course, name, from, to, days, sessions.size(), participants.size(), recent.size(), ratings.isEmpty() ? null : Estimate.onScale(1, 5, ratings),
                Arrays.stream(Measure.values()).map(m -> measured(m, days, windows, all, members)).map(m -> persons ? m : shy(m)).toList());
    }

    /** Participants, and active colleagues of their teams. */
    private Map<UUID, StaffView> members(List<Window> windows, Set<UUID> participants) {
        Map<UUID, StaffView> members = participants.stream().map(staff::get).collect(Collectors.toMap(StaffView::id, m -> m));
        Set<String> teams = windows.stream().flatMap(w -> w.there().stream()).flatMap(id -> members.get(id).teams().stream()).collect(Collectors.toSet());
        teams.stream().flatMap(team -> staff.inTeam(team).stream()).filter(StaffView::active).forEach(m -> members.putIfAbsent(m.id(), m));
        return members;
    }

    private Measured measured(Measure measure, int days, List<Window> windows, Attendances all, Map<UUID, StaffView> members) {
        Map<UUID, Pair> there = new LinkedHashMap<>();
        List<Estimate> elsewhere = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        List<Double> compared = new ArrayList<>();
        Set<UUID> colleagues = new HashSet<>();
        for (Window window : windows) {
            Map<UUID, Pair> pairs = pairs(measure, days, window);
            Set<String> teams = window.there().stream().flatMap(who -> members.get(who).teams().stream()).collect(Collectors.toSet());
            List<Double> changes = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            pairs.forEach((who, pair) -> {
                if (window.there().contains(who)) {
                    there.put(who, pair);
                    changes.add(pair.change());
                } else if (members.containsKey(who) && members.get(who).teams().stream().anyMatch(teams::contains) && !all.attended(who, window.from(), window.to())) {
                    others.add(pair.change());
                    colleagues.add(who);
                }
            });
            // What the season has changed is held against those who were there in that season.
            if (!changes.isEmpty() && !others.isEmpty()) {
                elsewhere.add(Estimate.of(others));
                weights.add(changes.size());
                compared.addAll(changes);
            }
        }
        Estimate change = mean(there.values().stream().map(Pair::change).toList());
        Estimate others = weighted(elsewhere, weights, colleagues.size());
        Estimate effect = others == null ? change : Estimate.of(compared).minus(others);
        return new Measured(measure, there.size(), change, others, effect, verdict(effect), teams(there, members),
                there.entrySet().stream().map(e -> new Person(e.getKey(), e.getValue().before(), e.getValue().after(), e.getValue().after().minus(e.getValue().before()))).toList());
    }

    private Map<UUID, Pair> pairs(Measure measure, int days, Window window) {
        Map<UUID, Estimate> before = measures.of(measure, window.from(), window.until());
        Map<UUID, Estimate> after = measures.of(measure, window.since(), window.to());
        Estimate nothing = measures.nothing(measure, days);
        Map<UUID, Pair> pairs = new TreeMap<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().forEach(who -> {
            Pair pair = new Pair(before.getOrDefault(who, nothing), after.getOrDefault(who, nothing));
            if (pair.before() != null && pair.after() != null) {
                pairs.put(who, pair);
            }
        });
        return pairs;
    }

    /** Mean of colleagues, by how many participants there were at the same time; null for none. */
    private static Estimate weighted(List<Estimate> means, List<Integer> weights, int colleagues) {
        double sum = weights.stream().mapToInt(w -> w).sum();
        if (means.isEmpty()) {
            return null;
        }
        Estimate mean = Estimate.sum(weights.stream().mapToDouble(w -> w / sum).toArray(), means.toArray(Estimate[]::new));
        return new Estimate(mean.mean(), mean.error(), mean.freedom(), colleagues, mean.shift());
    }

    private static List<Group> teams(Map<UUID, Pair> there, Map<UUID, StaffView> members) {
        Map<String, List<Double>> byTeam = new TreeMap<>();
        there.forEach((who, pair) -> members.get(who).teams().forEach(team -> byTeam.computeIfAbsent(team, t -> new ArrayList<>()).add(pair.change())));
        return byTeam.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue().size(), mean(e.getValue()))).toList();
    }

    private static Estimate mean(List<Double> values) {
        return values.isEmpty() ? null : Estimate.of(values);
    }

    /** Without anything from which a person's results could be read, or told by taking others away. */
    private static Measured shy(Measured m) {
        boolean few = m.people() < FEW || m.others() != null && m.others().count() < FEW;
        boolean large = m.teams().stream().allMatch(t -> t.people() >= FEW) && m.teams().stream().mapToInt(Group::people).sum() >= m.people();
        return new Measured(m.measure(), m.people(), few ? null : m.change(), few ? null : m.others(), few ? null : m.effect(), few ? Verdict.TOO_FEW : m.verdict(), few || !large ? List.of() : m.teams(), List.of());
    }

    /** What its bounds allow to be said. */
    static Verdict verdict(Estimate effect) {
        if (effect == null || !effect.bounded()) {
            return Verdict.TOO_FEW;
        }
        return effect.above() ? Verdict.BETTER : effect.below() ? Verdict.WORSE : Verdict.UNCLEAR;
    }
}
