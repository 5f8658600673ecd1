package dev.pledgedesk.roster.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.AttendanceFigures;
import dev.pledgedesk.roster.DutyRule;
import dev.pledgedesk.roster.FewView;
import dev.pledgedesk.roster.GapView;
import dev.pledgedesk.roster.RosterView;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.roster.entity.Absences;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.RosterSection.Post;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is on duty when: put on and taken off by hand, by the rules; and every gap that is to come. */
@ApplicationScoped
@Transactional
public class RosterTransactions {

    static final String SUBJECT = "shift";
    private static final int MOST_DAYS = 62;
    private static final int AROUND = 40;

    @Inject
    ShiftAssignments assignments;

    @Inject
    Absences absences;

    @Inject
    Excused excused;

    @Inject
    RosterDays days;

    @Inject
    RosterPeople people;

    @Inject
    RosterNotices notices;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** The roster of some days, both included. */
    public RosterView view(LocalDate from, LocalDate to) {
        requireSpan(from, to);
        List<ShiftAssignment> all = assignments.between(from, to);
        Map<LocalDate, RosterView.DayInfo> kinds = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> kinds.put(day, days.day(day)));
        return new RosterView(from, to, all.stream().map(this::view).toList(), gaps(from, to, all), few(), kinds);
    }

    private static void requireSpan(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Problem.invalid(new FieldError("/to", "roster.span", MOST_DAYS));
        }
    }

    /** Gaps of some days, both included, that are not over. */
    public List<GapView> gaps(LocalDate from, LocalDate to) {
        return gaps(from, to, assignments.between(from, to));
    }

    private List<GapView> gaps(LocalDate from, LocalDate to, List<ShiftAssignment> all) {
        Instant now = clock.now();
        Map<List<Object>, Long> planned = all.stream().collect(Collectors.groupingBy(a -> List.<Object>of(a.day(), a.post(), a.shift()), Collectors.counting()));
        List<GapView> gaps = new ArrayList<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.needed(day).forEach((place, needed) -> {
            int there = planned.getOrDefault(List.<Object>of(day, place.post(), place.shift()), 0L).intValue();
            Shift shift = days.section().shift(place.shift()).orElseThrow();
            if (there < needed && days.end(shift, day).isAfter(now)) {
                gaps.add(new GapView(day, place.shift(), shift.name(), place.post(), days.section().post(place.post()).orElseThrow().name(), needed, there));
            }
        }));
        return gaps;
    }

    private List<FewView> few() {
        return days.section().posts().stream().filter(p -> p.people() != null).map(p -> new FewView(p.key(), p.name(), p.people(), people.able(p).size())).filter(f -> f.able() < f.needed()).toList();
    }

    /** Puts somebody on duty; refused if a rule would be broken, naming it. */
    public ShiftView assign(ShiftDraft draft) {
        ShiftAssignment assignment = put(draft);
        notices.tell(assignment.staffId(), "shift-planned", assignment);
        return view(assignment);
    }

    /** Puts people on duty, each by the rules and one after the other; everybody is told once. What was refused is given back, and why, by its place in the list. */
    public Map<Integer, Problem> assignAll(List<ShiftDraft> drafts) {
        Map<Integer, Problem> refused = new TreeMap<>();
        Map<UUID, ShiftAssignment> first = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                ShiftAssignment assignment = put(drafts.get(i));
                first.merge(assignment.staffId(), assignment, (x, y) -> x.startsAt().isBefore(y.startsAt()) ? x : y);
            } catch (Problem problem) {
                refused.put(i, problem);
            }
        }
        first.values().forEach(assignment -> notices.tell(assignment.staffId(), "shifts-planned", assignment));
        return refused;
    }

    private ShiftAssignment put(ShiftDraft draft) {
        LocalDate day = draft.day();
        Shift shift = days.section().shift(draft.shift()).orElseThrow(() -> Problem.unprocessable(new FieldError("/shift", "field.unknown-key", String.valueOf(draft.shift()))));
        Post post = days.section().post(draft.post()).orElseThrow(() -> Problem.unprocessable(new FieldError("/post", "field.unknown-key", String.valueOf(draft.post()))));
        if (day == null || !days.end(shift, day).isAfter(clock.now())) {
            throw Problem.unprocessable(new FieldError("/day", "roster.past"));
        }
        ShiftAssignment assignment = new ShiftAssignment(Ids.next(), day, shift.key(), post.key(), days.start(shift, day), days.end(shift, day));
        require(draft.staffId(), assignment, post, null);
        assignment.giveTo(draft.staffId());
        assignments.add(assignment);
        assignments.flush();
        write("planned", assignment);
        return assignment;
    }

    /** Refuses somebody for a shift, naming each rule that would be broken; one of his own shifts may be given away for it. */
    void require(UUID member, ShiftAssignment shift, Post post, UUID givenAway) {
        StaffView who = people.member(member, "/staffId");
        people.require(who, post, "/staffId");
        List<FieldError> errors = new ArrayList<>();
        if (!absences.granted(shift.day(), shift.day()).stream().filter(a -> a.staffId().equals(member)).toList().isEmpty()) {
            errors.add(error(DutyRule.AWAY, who));
        }
        List<DutyRules.Span> spans = new ArrayList<>(assignments.of(member, shift.day().minusDays(AROUND), shift.day().plusDays(AROUND)).stream()
                .filter(a -> !a.id().equals(shift.id()) && !a.id().equals(givenAway)).map(RosterTransactions::span).toList());
        Set<DutyRule> before = DutyRules.broken(days.section().rules(), spans);
        spans.add(span(shift));
        DutyRules.broken(days.section().rules(), spans).stream().filter(rule -> !before.contains(rule)).forEach(rule -> errors.add(error(rule, who)));
        if (post.seats() != null && assignments.between(shift.day(), shift.day()).stream().filter(a -> a.post().equals(post.key()) && a.shift().equals(shift.shift()) && !a.id().equals(shift.id())).count() >= post.seats()) {
            errors.add(error(DutyRule.SEATS, who));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    static DutyRules.Span span(ShiftAssignment a) {
        return new DutyRules.Span(a.day(), a.startsAt(), a.endsAt());
    }

    private static FieldError error(DutyRule rule, StaffView who) {
        return new FieldError("/staffId", "roster.rule." + rule.key(), who.name());
    }

    /** Takes somebody off; refused once he has signed in. */
    public void remove(UUID id) {
        ShiftAssignment assignment = assignments.held(id);
        if (assignment.signedInAt() != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.begun");
        }
        assignments.remove(assignment);
        write("removed", assignment);
        notices.tell(assignment.staffId(), "shift-removed", assignment);
    }

    /** Somebody is at his place; {@code notInOrder} are keys of checks. */
    public ShiftView signIn(UUID id, List<String> notInOrder) {
        ShiftAssignment assignment = own(id);
        Instant now = clock.now();
        if (now.isBefore(assignment.startsAt().minus(Duration.ofHours(1))) || !now.isBefore(assignment.endsAt())) {
            throw Problem.of(Problem.Kind.CONFLICT, "roster.not-now");
        }
        List<String> known = days.section().checks().stream().map(Named::key).toList();
        if (!known.containsAll(notInOrder)) {
            throw Problem.unprocessable(new FieldError("/faults", "field.unknown-key", String.join(", ", notInOrder)));
        }
        people.require(people.member(caller.staffId(), "/staffId"), days.section().post(assignment.post()).orElseThrow(Problem::notFound), "/staffId");
        assignment.signIn(RosterViews.JSON.valueToTree(notInOrder), now);
        assignments.flush();
        write("signed-in", assignment);
        if (!notInOrder.isEmpty()) {
            notices.tellManagers("shift-faults", assignment);
        }
        return view(assignment);
    }

    public ShiftView signOut(UUID id) {
        ShiftAssignment assignment = own(id);
        assignment.signOut(clock.now());
        assignments.flush();
        write("signed-out", assignment);
        return view(assignment);
    }

    private ShiftAssignment own(UUID id) {
        ShiftAssignment assignment = assignments.held(id);
        caller.requireOwn(assignment.staffId());
        return assignment;
    }

    /** How shifts of some days were kept. */
    public AttendanceFigures figures(LocalDate from, LocalDate to) {
        requireSpan(from, to);
        Instant now = clock.now();
        List<ShiftAssignment> over = excused.without(assignments.between(from, to).stream().filter(a -> !a.endsAt().isAfter(now)).toList());
        Map<List<Object>, List<ShiftAssignment>> byPlace = over.stream().collect(Collectors.groupingBy(a -> List.<Object>of(a.day(), a.post(), a.shift())));
        int[] sums = new int[3];
        from.datesUntil(to.plusDays(1)).forEach(day -> days.needed(day).forEach((place, needed) -> {
            if (!days.end(days.section().shift(place.shift()).orElseThrow(), day).isAfter(now)) {
                List<ShiftAssignment> there = byPlace.getOrDefault(List.<Object>of(day, place.post(), place.shift()), List.of());
                sums[0] += needed;
                sums[1] += Math.min(needed, there.size());
                sums[2] += Math.min(needed, (int) there.stream().filter(a -> a.signedInAt() != null).count());
            }
        }));
        List<AttendanceFigures.Person> persons = over.stream().collect(Collectors.groupingBy(ShiftAssignment::staffId, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(e -> person(e.getKey(), e.getValue())).toList();
        return new AttendanceFigures(from, to, persons, sums[0], sums[1], sums[2]);
    }

    private AttendanceFigures.Person person(UUID id, List<ShiftAssignment> all) {
        return new AttendanceFigures.Person(id, all.size(), (int) all.stream().mapToLong(a -> Duration.between(a.startsAt(), a.endsAt()).toHours()).sum(),
                (int) all.stream().map(a -> a.lateMinutes(days.section().lateAfter())).filter(late -> late != null && late > 0).count(),
                (int) all.stream().filter(a -> a.signedInAt() == null).count(), (int) all.stream().filter(a -> days.section().shift(a.shift()).map(RosterDays::isNight).orElse(false)).count());
    }

    /** Somebody's shifts of some days, both included. */
    public List<ShiftView> of(UUID member, LocalDate from, LocalDate to) {
        requireSpan(from, to);
        return assignments.of(member, from, to).stream().map(this::view).toList();
    }

    ShiftView view(ShiftAssignment a) {
        return RosterViews.view(a, days.section());
    }

    private void write(String what, ShiftAssignment a) {
        journal.write(new Journal.Entry(caller.actor(), "shift." + what, SUBJECT, a.id(), Map.of("staff", a.staffId(), "day", a.day().toString(), "shift", a.shift(), "post", a.post())));
    }
}
