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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

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
            throw Problem.invalid(new FieldError("/days", "roster.span", MOST_DAYS));
        }
        ZoneId zone = ZoneId.of(tenants.config().tenant().zone());
        List<Held> sessions = training.held(course, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
        if (sessions.size() > MOST_SESSIONS) {
            throw Problem.invalid(new FieldError("/to", "appraisal.many-sessions", MOST_SESSIONS));
        }
        Duration span = Duration.ofDays(days);
        Set<UUID> participants = new HashSet<>();
        Set<UUID> recent = new HashSet<>();
        List<Window> windows = sessions.stream().map(s -> {
            // Who comes twice counts from the first time.
            Set<UUID> fresh = s.attended().stream().filter(participants::add).collect(Collectors.toSet());
            boolean over = !s.endsAt().plus(span).isAfter(clock.now());
            recent.addAll(over ? Set.of() : fresh);
            return new Window(s.startsAt().minus(span), s.startsAt(), s.endsAt(), s.endsAt().plus(span), over ? fresh : Set.of());
        }).filter(w -> !w.there().isEmpty()).toList();
        List<Integer> ratings = sessions.stream().flatMap(s -> s.ratings().stream()).toList();
        Map<UUID, StaffView> members = members(windows, participants);
        return new TrainingEffect(course, name, from, to, days, sessions.size(), participants.size(), recent.size(), ratings.isEmpty() ? null : Estimate.of(ratings),
                Arrays.stream(Measure.values()).map(m -> measured(m, windows, participants, members, persons)).toList());
    }

    /** Participants, and active colleagues of their teams. */
    private Map<UUID, StaffView> members(List<Window> windows, Set<UUID> participants) {
        Map<UUID, StaffView> members = participants.stream().map(staff::get).collect(Collectors.toMap(StaffView::id, m -> m));
        Set<String> teams = windows.stream().flatMap(w -> w.there().stream()).flatMap(id -> members.get(id).teams().stream()).collect(Collectors.toSet());
        teams.stream().flatMap(team -> staff.inTeam(team).stream()).filter(StaffView::active).forEach(m -> members.putIfAbsent(m.id(), m));
        return members;
    }

    private Measured measured(Measure measure, List<Window> windows, Set<UUID> participants, Map<UUID, StaffView> members, boolean persons) {
        Map<UUID, Pair> there = new LinkedHashMap<>();
        Map<UUID, List<Double>> changes = new HashMap<>();
        for (Window window : windows) {
            Map<UUID, Estimate> before = measures.of(measure, window.from(), window.until());
            Map<UUID, Estimate> after = measures.of(measure, window.since(), window.to());
            before.keySet().stream().filter(after::containsKey).sorted().forEach(who -> {
                Pair pair = new Pair(before.get(who), after.get(who));
                if (window.there().contains(who)) {
                    there.put(who, pair);
                } else if (members.containsKey(who) && !participants.contains(who)) {
                    changes.computeIfAbsent(who, id -> new ArrayList<>()).add(pair.change());
                }
            });
        }
        Estimate change = mean(there.values().stream().map(Pair::change).toList());
        Estimate elsewhere = mean(changes.values().stream().map(his -> Estimate.of(his).mean()).toList());
        Estimate effect = change == null || elsewhere == null ? change : change.minus(elsewhere);
        return new Measured(measure, there.size(), change, elsewhere, effect, verdict(effect), teams(there, members, persons ? 1 : FEW),
                persons ? there.entrySet().stream().map(e -> new Person(e.getKey(), e.getValue().before(), e.getValue().after(), e.getValue().after().minus(e.getValue().before()))).toList() : List.of());
    }

    private static List<Group> teams(Map<UUID, Pair> there, Map<UUID, StaffView> members, int least) {
        Map<String, List<Double>> byTeam = new TreeMap<>();
        there.forEach((who, pair) -> members.get(who).teams().forEach(team -> byTeam.computeIfAbsent(team, t -> new ArrayList<>()).add(pair.change())));
        return byTeam.entrySet().stream().filter(e -> e.getValue().size() >= least).map(e -> new Group(e.getKey(), e.getValue().size(), mean(e.getValue()))).toList();
    }

    private static Estimate mean(List<Double> values) {
        return values.isEmpty() ? null : Estimate.of(values);
    }

    /** What its bounds allow to be said. */
    static Verdict verdict(Estimate effect) {
        if (effect == null || !effect.bounded()) {
            return Verdict.TOO_FEW;
        }
        return effect.above() ? Verdict.BETTER : effect.below() ? Verdict.WORSE : Verdict.UNCLEAR;
    }
}
