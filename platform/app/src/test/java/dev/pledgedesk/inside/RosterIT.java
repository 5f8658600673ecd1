package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.roster.AbsenceKind;
import dev.pledgedesk.roster.AbsenceState;
import dev.pledgedesk.roster.Absentees;
import dev.pledgedesk.roster.AttendanceFigures;
import dev.pledgedesk.roster.CalendarFeeds;
import dev.pledgedesk.roster.RosterProposals;
import dev.pledgedesk.roster.RosterView;
import dev.pledgedesk.roster.Rosters;
import dev.pledgedesk.roster.RunState;
import dev.pledgedesk.roster.RunView;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.roster.SwapState;
import dev.pledgedesk.roster.Swaps;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.training.CertificateDraft;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.SessionDraft;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is on duty when: only the qualified, by the rules, with every gap told before it happens; proposed by a solver in the server. */
@ExtendWith(ArquillianExtension.class)
class RosterIT extends TrainingRoom {

    private static final ConfigFile PEOPLE = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read]}",
            "- {key: trainer, name: {en: Trainer}, permissions: [ticket.read, training.read, training.manage]}",
            "- {key: supervisor, name: {en: Supervisor}, permissions: [ticket.read, roster.read, roster.manage]}"));
    private static final ConfigFile ROSTER = new ConfigFile("roster.yaml", String.join("\n", "posts: [{key: seat, name: {en: Seat}, roles: [agent], seats: 2, people: 3}]",
            "shifts: [{key: day, name: {en: Day}, from: '08:00', to: '16:00'}, {key: night, name: {en: Night}, from: '22:00', to: '06:00'}]",
            "cover: [{post: seat, shift: day, least: 1}, {post: seat, shift: night, least: 1, 'on': [workday]}]", "rules: {rest: 11, daysInARow: 5, hoursAWeek: 40}",
            "checks: [{key: headset, name: {en: Headset}}]", "alarms: [{daysBefore: 2, roles: [supervisor]}]"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Rosters rosters;

    @Inject
    CalendarFeeds feeds;

    @Inject
    Absentees absentees;

    @Inject
    Swaps swaps;

    @Inject
    RosterProposals proposals;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private TenantId desk(String key, List<Member> agents, int howMany) {
        TenantId tenant = SmallDesk.configured(configurations, tenants, key, PEOPLE, TRAINING, ROSTER);
        Member trainer = member(tenant, "trainer", "desk");
        for (int i = 0; i < howMany; i++) {
            Member agent = member(tenant, "agent", "desk");
            CertificateView pass = by(tenant, trainer, () -> qualifications.record(new CertificateDraft(agent.id(), "desk-work", "Before", "1", null, null)));
            keepFromWorkers(pass.id());
            agents.add(agent);
        }
        return tenant;
    }

    /** A Monday that is at least a week ahead. */
    private LocalDate monday() {
        return LocalDate.ofInstant(clock.now(), ZONE).plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    @Test
    void aSolverInTheServerProposesAndWhatItCannotMeetIsNamed() {
        List<Member> agents = new ArrayList<>();
        TenantId a = desk("roster-a", agents, 4);
        TenantId b = desk("roster-b", new ArrayList<>(), 1);
        Member supervisor = member(a, "supervisor", "desk");
        LocalDate first = monday();
        UUID leave = by(a, agents.get(0), () -> absentees.ask(first, first.plusDays(2), AbsenceKind.ANNUAL, "canarywedding")).id();
        assertThat(told(a, supervisor)).startsWith("absence-asked roster");
        assertThat(by(a, supervisor, () -> absentees.decide(leave, true)).state()).isEqualTo(AbsenceState.GRANTED);
        assertThat(leaks("canarywedding")).as("sealed").isEmpty();
        by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "day", "seat", agents.get(1).id())));

        UUID run = by(a, supervisor, () -> {
            UUID id = proposals.start(first, 7).id();
            keepFromWorkers(id);
            return id;
        });
        work(a, "roster-run", run);
        RunView done = by(a, supervisor, () -> proposals.get(run));
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.hard()).as("legal").isZero();
        assertThat(done.proposal()).as("what is there stays").hasSize(11);
        assertThat(done.proposal()).noneMatch(p -> p.staffId().equals(agents.get(0).id()) && p.day().isBefore(first.plusDays(3)));
        assertThat(done.gaps()).isEmpty();
        assertThat(by(a, supervisor, () -> rosters.view(first, first.plusDays(6))).gaps()).as("nothing counts yet").hasSize(11);
        assertThat(by(a, supervisor, () -> proposals.apply(run)).state()).isEqualTo(RunState.APPLIED);
        RosterView roster = by(a, agents.get(2), () -> rosters.view(first, first.plusDays(6)));
        assertThat(roster.gaps()).isEmpty();
        roster.shifts().stream().collect(Collectors.groupingBy(ShiftView::staffId)).values().forEach(all -> assertThat(all).as("by the rules").hasSizeLessThanOrEqualTo(5));
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, member(b, "supervisor", "desk"), () -> proposals.get(run))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);

        Member other = member(b, "supervisor", "desk");
        UUID poor = by(b, other, () -> {
            UUID id = proposals.start(first, 7).id();
            keepFromWorkers(id);
            return id;
        });
        work(b, "roster-run", poor);
        RunView open = by(b, other, () -> proposals.get(poor));
        assertThat(open.hard()).isZero();
        assertThat(open.proposal()).as("one person, five days").hasSizeLessThanOrEqualTo(5);
        assertThat(open.gaps()).isNotEmpty().allSatisfy(g -> assertThat(g.able()).isEqualTo(1));
        assertThat(by(b, other, () -> rosters.view(first, first)).few()).singleElement().satisfies(f -> assertThat(f.able()).isEqualTo(1));
    }

    @Test
    void nobodyIsPutOnDutyAgainstARule() {
        List<Member> agents = new ArrayList<>();
        TenantId a = desk("rules-a", agents, 3);
        Member supervisor = member(a, "supervisor", "desk");
        Member fresh = member(a, "agent", "desk");
        LocalDate first = monday();
        assertThat(refused(a, supervisor, first, "day", fresh)).as("no pass").containsExactly("duty.missing-pass");
        assertThat(refused(a, supervisor, first, "day", supervisor)).containsExactly("roster.role");
        UUID night = by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "night", "seat", agents.get(0).id()))).id();
        assertThat(refused(a, supervisor, first.plusDays(1), "day", agents.get(0))).containsExactly("roster.rule.rest");
        assertThat(refused(a, supervisor, first, "day", agents.get(0))).contains("roster.rule.one-a-day");
        by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "night", "seat", agents.get(1).id())));
        assertThat(refused(a, supervisor, first, "night", agents.get(2))).containsExactly("roster.rule.seats");
        assertThat(refused(a, supervisor, LocalDate.of(2020, 1, 1), "day", agents.get(2))).containsExactly("roster.past");
        by(a, supervisor, () -> {
            rosters.remove(night);
            return null;
        });
        assertThat(told(a, agents.get(0))).startsWith("shift-removed roster");

        LocalDate soon = LocalDate.ofInstant(clock.now(), ZONE).plusDays(2);
        work(a, "roster-gaps", new UUID(0, 0));
        assertThat(told(a, supervisor)).as("two days before").contains("roster-gap roster");
        assertThat(by(a, supervisor, () -> rosters.view(soon, soon)).gaps()).isNotEmpty();
    }

    private List<String> refused(TenantId a, Member supervisor, LocalDate day, String shift, Member who) {
        return catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> rosters.assign(new ShiftDraft(day, shift, "seat", who.id())))).errors().stream().map(FieldError::message).toList();
    }

    @Test
    void shiftsAreSwappedAndKept() {
        List<Member> agents = new ArrayList<>();
        TenantId a = desk("swap-a", agents, 2);
        Member supervisor = member(a, "supervisor", "desk");
        LocalDate first = monday();
        Member one = agents.get(0);
        Member two = agents.get(1);
        ShiftView day = by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "day", "seat", one.id())));
        ShiftView night = by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "night", "seat", two.id())));
        UUID swap = by(a, one, () -> swaps.ask(day.id(), two.id(), night.id())).id();
        assertThat(told(a, two)).startsWith("swap-asked roster");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> swaps.decide(swap, true))).kind()).as("the colleague first").isEqualTo(Problem.Kind.CONFLICT);
        assertThat(by(a, two, () -> swaps.answer(swap, true)).state()).isEqualTo(SwapState.AGREED);
        by(a, supervisor, () -> swaps.decide(swap, true));
        assertThat(by(a, one, () -> rosters.own(first, first))).as("both on one day").extracting(ShiftView::id).containsExactly(night.id());

        assertThat(catchThrowableOfType(Problem.class, () -> by(a, two, () -> rosters.signIn(day.id(), List.of()))).detail()).isEqualTo("roster.not-now");
        clock.pass(Duration.between(clock.now(), day.startsAt()).plusMinutes(12));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, one, () -> rosters.signIn(day.id(), List.of()))).kind()).as("not his any more").isEqualTo(Problem.Kind.NOT_FOUND);
        ShiftView in = by(a, two, () -> rosters.signIn(day.id(), List.of("headset")));
        assertThat(in.lateMinutes()).isBetween(12, 14);
        assertThat(in.faults()).containsExactly("headset");
        // The server's own watch for gaps may have spoken since the clock moved.
        assertThat(told(a, supervisor)).contains("shift-faults roster");
        by(a, two, () -> rosters.signOut(day.id()));
        clock.pass(Duration.ofHours(24));
        AttendanceFigures figures = by(a, supervisor, () -> rosters.figures(first, first));
        assertThat(figures.needed()).isEqualTo(2);
        assertThat(figures.covered()).isEqualTo(2);
        assertThat(figures.manned()).isEqualTo(1);
        assertThat(figures.people()).filteredOn(p -> p.staffId().equals(two.id())).singleElement().satisfies(p -> assertThat(p.late()).isEqualTo(1));
        assertThat(figures.people()).filteredOn(p -> p.staffId().equals(one.id())).singleElement().satisfies(p -> {
            assertThat(p.absent()).isEqualTo(1);
            assertThat(p.nights()).isEqualTo(1);
        });
        Page<?> none = by(a, supervisor, () -> absentees.page(true, PageRequest.first(5)));
        assertThat(none.items()).isEmpty();
    }

    @Test
    void aCalendarReadsOnesOwnDatesByAnAddressThatCanBeMadeVoid() {
        List<Member> agents = new ArrayList<>();
        TenantId a = desk("feed-a", agents, 2);
        TenantId b = desk("feed-b", new ArrayList<>(), 1);
        Member supervisor = member(a, "supervisor", "desk");
        Member trainer = member(a, "trainer", "desk");
        LocalDate first = monday();
        Member one = agents.get(0);
        ShiftView shift = by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "day", "seat", one.id())));
        by(a, supervisor, () -> rosters.assign(new ShiftDraft(first, "night", "seat", agents.get(1).id())));
        Instant start = clock.now().plus(Duration.ofDays(3));
        UUID session = by(a, trainer, () -> courses.hold(new SessionDraft("basics", null, start, start.plus(Duration.ofHours(2)), "Room 3, with a comma", trainer.id(), 5))).id();
        by(a, one, () -> courses.enrol(session, one.id()));

        assertThat(by(a, one, () -> feeds.own())).isEmpty();
        String address = by(a, one, () -> feeds.make()).address();
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(leaks(secret)).as("only a hash is kept").isEmpty();
        String text = as(a, () -> feeds.read(secret));
        assertThat(text).startsWith("BEGIN:VCALENDAR").contains("DTSTART:" + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(shift.startsAt()), "UID:shift-" + shift.id(),
                "UID:session-" + session, "SUMMARY:Training: Basics", "LOCATION:Room 3\\, with a comma");
        assertThat(text.split("BEGIN:VEVENT")).as("nothing of others").hasSize(3);
        assertThat(catchThrowableOfType(Problem.class, () -> as(b, () -> feeds.read(secret))).kind()).as("next door").isEqualTo(Problem.Kind.NOT_FOUND);
        String next = by(a, one, () -> feeds.make()).address();
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> feeds.read(secret))).kind()).as("a new one makes it void").isEqualTo(Problem.Kind.NOT_FOUND);
        String fresh = next.substring(next.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(as(a, () -> feeds.read(fresh))).contains("UID:shift-" + shift.id());
        OwnerSql.change("update staff set state = 'disabled' where id = ?", one.id());
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> feeds.read(fresh))).kind()).as("he has left").isEqualTo(Problem.Kind.NOT_FOUND);
        OwnerSql.change("update staff set state = 'active' where id = ?", one.id());
        by(a, one, () -> {
            feeds.revoke();
            return null;
        });
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> feeds.read(fresh))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }
}
