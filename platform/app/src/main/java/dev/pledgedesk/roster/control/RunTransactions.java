package dev.pledgedesk.roster.control;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.RunState;
import dev.pledgedesk.roster.RunView;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.entity.Absences;
import dev.pledgedesk.roster.entity.RosterRun;
import dev.pledgedesk.roster.entity.RosterRuns;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.DayKind;
import dev.pledgedesk.tenancy.RosterSection.Rules;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposals: what a solver is to fill, what it has found by now, and the roster made of it. */
@ApplicationScoped
@Transactional
public class RunTransactions {

    private static final String SUBJECT = "roster-run";
    private static final int MOST_DAYS = 62;
    private static final int BEFORE = 14;

    @Inject
    RosterRuns runs;

    @Inject
    ShiftAssignments assignments;

    @Inject
    Absences absences;

    @Inject
    RosterTransactions roster;

    @Inject
    RosterDays days;

    @Inject
    RosterPeople people;

    @Inject
    RosterNotices notices;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Asks for one. */
    public RunView start(LocalDate from, int howMany) {
        LocalDate today = clock.now().atZone(days.zone()).toLocalDate();
        if (from == null || from.isBefore(today)) {
            throw Problem.unprocessable(new FieldError("/from", "roster.past"));
        }
        if (howMany < 1 || howMany > MOST_DAYS) {
            throw Problem.unprocessable(new FieldError("/days", "roster.span", MOST_DAYS));
        }
        days.section();
        RosterRun run = runs.add(new RosterRun(Ids.next(), from, howMany, caller.actor(), clock.now()));
        runs.flush();
        dueWork.now(RosterRunWorker.KIND, run.id());
        write("asked", run);
        return view(run);
    }

    /** What is to be solved; empty if nobody waits for it any more. */
    Optional<RosterPlan> begin(UUID id) {
        RosterRun run = runs.findHeld(id).orElse(null);
        if (run == null || !run.begin()) {
            return Optional.empty();
        }
        return Optional.of(plan(run.fromDay(), run.fromDay().plusDays(run.days() - 1L)));
    }

    private RosterPlan plan(LocalDate from, LocalDate to) {
        RosterSection section = days.section();
        Map<UUID, Set<String>> posts = new TreeMap<>();
        section.posts().forEach(post -> people.able(post).forEach(m -> posts.computeIfAbsent(m.id(), k -> new TreeSet<>()).add(post.key())));
        Map<UUID, Set<LocalDate>> away = new HashMap<>();
        absences.granted(from, to).forEach(a -> a.fromDay().datesUntil(a.toDay().plusDays(1)).forEach(day -> away.computeIfAbsent(a.staffId(), k -> new HashSet<>()).add(day)));
        Map<UUID, Worker> workers = new TreeMap<>();
        posts.forEach((who, can) -> workers.put(who, new Worker(who, can, away.getOrDefault(who, Set.of()))));
        List<ShiftAssignment> there = assignments.between(from.minusDays(BEFORE), to.plusDays(1));
        List<Slot> slots = new ArrayList<>();
        there.forEach(a -> slots.add(slot(a.day(), section.shift(a.shift()).orElse(null), a, workers)));
        Map<List<Object>, Long> planned = there.stream().collect(Collectors.groupingBy(a -> List.<Object>of(a.day(), a.post(), a.shift()), Collectors.counting()));
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            boolean free = days.day(day).kind() != DayKind.WORKDAY;
            days.needed(day).forEach((place, needed) -> {
                Shift shift = section.shift(place.shift()).orElseThrow();
                for (long i = planned.getOrDefault(List.<Object>of(day, place.post(), place.shift()), 0L); i < needed && days.start(shift, day).isAfter(clock.now()); i++) {
                    slots.add(new Slot(day + "/" + place.shift() + "/" + place.post() + "/" + i, day, place.shift(), place.post(), days.start(shift, day), days.end(shift, day), RosterDays.isNight(shift), free,
                            workers.values().stream().filter(w -> w.posts().contains(place.post()) && !w.away().contains(day)).toList()));
                }
            });
        });
        Rules rules = section.rules();
        return new RosterPlan(new RosterPlan.Limits(rules.rest(), rules.daysInARow(), rules.hoursAWeek()), List.copyOf(workers.values()), slots);
    }

    /** One that is in the roster already, or was; whoever has it counts, even if he could not be put there anew. */
    private Slot slot(LocalDate day, Shift shift, ShiftAssignment a, Map<UUID, Worker> workers) {
        Worker worker = workers.computeIfAbsent(a.staffId(), who -> new Worker(who, Set.of(), Set.of()));
        return new Slot(a.id().toString(), day, a.shift(), a.post(), a.startsAt(), a.endsAt(), shift != null && RosterDays.isNight(shift), days.day(day).kind() != DayKind.WORKDAY, List.of(worker)).fixedTo(worker);
    }

    /** The best by now; false if nobody waits for it any more. */
    boolean found(UUID id, int hard, int unmet, int soft, long millis) {
        RosterRun run = runs.held(id);
        run.found(hard, unmet, soft, millis);
        return run.state() == RunState.RUNNING;
    }

    /** It has ended with this. */
    void end(UUID id, RosterPlan solved) {
        RosterRun run = runs.held(id);
        List<ShiftDraft> proposed = solved.getSlots().stream().filter(s -> !s.isFixed() && s.getWorker() != null)
                .map(s -> new ShiftDraft(s.getDay(), s.getShift(), s.getPost(), s.getWorker().id())).toList();
        Map<List<Object>, List<Slot>> open = solved.getSlots().stream().filter(s -> s.getWorker() == null).collect(Collectors.groupingBy(s -> List.<Object>of(s.getDay(), s.getShift(), s.getPost()),
                LinkedHashMap::new, Collectors.toList()));
        List<RunView.Unmet> unmet = open.values().stream().map(all -> new RunView.Unmet(all.get(0).getDay(), all.get(0).getShift(), all.get(0).getPost(), all.size(), all.get(0).getCandidates().size())).toList();
        run.end(RosterViews.JSON.valueToTree(proposed), RosterViews.JSON.valueToTree(unmet), clock.now());
        runs.flush();
        write("solved", run);
    }

    void fail(UUID id) {
        runs.held(id).fail(clock.now());
    }

    public RunView cancel(UUID id) {
        RosterRun run = runs.held(id);
        run.cancel(clock.now());
        runs.flush();
        write("cancelled", run);
        return view(run);
    }

    /** Makes the roster of it: everybody is looked at once more, and whom a rule keeps from a shift by now is left out and becomes a gap. */
    public RunView apply(UUID id) {
        RosterRun run = runs.held(id);
        run.apply();
        List<ShiftDraft> proposed = proposed(run);
        List<RunView.Unmet> left = roster.assignAll(proposed).keySet().stream().map(proposed::get).map(p -> new RunView.Unmet(p.day(), p.shift(), p.post(), 1, 0)).toList();
        if (!left.isEmpty()) {
            run.leave(RosterViews.JSON.valueToTree(Stream.concat(unmet(run).stream(), left.stream()).toList()));
        }
        runs.flush();
        write("applied", run);
        return view(run);
    }

    public Page<RunView> page(PageRequest request) {
        return runs.page(request).map(this::view);
    }

    public RunView get(UUID id) {
        return view(runs.get(id));
    }

    private RunView view(RosterRun r) {
        return new RunView(r.id(), r.fromDay(), r.days(), r.state(), r.hard(), r.unmet(), r.soft(), r.millis() == null ? null : Duration.ofMillis(r.millis()), proposed(r), unmet(r), r.startedAt());
    }

    private static List<ShiftDraft> proposed(RosterRun r) {
        return r.proposal() == null ? List.of() : RosterViews.JSON.convertValue(r.proposal(), new TypeReference<List<ShiftDraft>>() { });
    }

    private static List<RunView.Unmet> unmet(RosterRun r) {
        return r.gaps() == null ? List.of() : RosterViews.JSON.convertValue(r.gaps(), new TypeReference<List<RunView.Unmet>>() { });
    }

    private void write(String what, RosterRun run) {
        journal.write(new Journal.Entry(caller.actor(), "roster." + what, SUBJECT, run.id(), Map.of("from", run.fromDay().toString(), "days", run.days())));
    }
}
