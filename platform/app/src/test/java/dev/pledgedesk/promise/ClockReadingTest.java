package dev.pledgedesk.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.calendar.Hours;
import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens to a clock in whatever order: what it says is what counting minutes says, and milestones come where the minutes come to them. */
class ClockReadingTest {

    private static final Instant BEGIN = Instant.parse("2026-03-05T08:00:00Z");
    private static final WorkCalendar OFFICE = new WorkCalendar(ZoneId.of("Asia/Shanghai"), date -> date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY
            ? List.of() : List.of(new Hours(9 * 60, 12 * 60), new Hours(13 * 60, 18 * 60)));
    private static final Kind[] KINDS = {Kind.PAUSE, Kind.RESUME, Kind.WARN, Kind.FULFIL, Kind.RESUME, Kind.BREACH, Kind.PAUSE, Kind.CANCEL};

    private record Story(List<ClockEvent> events, Instant now) {
    }

    /** Steps of some minutes each; whatever ends the clock ends the story now and then. */
    private static Story story(List<Integer> steps) {
        List<ClockEvent> events = new ArrayList<>(List.of(new ClockEvent(Kind.ACTIVATE, BEGIN, "filed", "test")));
        Instant at = BEGIN;
        for (int step : steps) {
            at = at.plus(Duration.ofMinutes(step * 7L));
            events.add(new ClockEvent(KINDS[step % KINDS.length], at, "step", "test"));
        }
        return new Story(events, at.plus(Duration.ofMinutes(steps.size() * 31L)));
    }

    private static boolean runs(Story story, Instant minute) {
        boolean runs = false;
        for (ClockEvent event : story.events()) {
            if (!event.at().isAfter(minute)) {
                runs = switch (event.kind()) {
                    case ACTIVATE, RESUME -> true;
                    case PAUSE, FULFIL, CANCEL -> false;
                    default -> runs;
                };
            }
        }
        return runs;
    }

    @Property(tries = 300)
    void whatItSaysIsWhatMinutesSay(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 200) Integer> steps, @ForAll @IntRange(min = 1, max = 3_000) int limit) {
        Story story = story(steps);
        Limit time = new Limit(false, Duration.ofMinutes(limit));
        ClockReading reading = ClockReading.of(story.events(), OFFICE, time, null, story.now());
        long counted = 0;
        Instant over = null;
        Instant lastRun = null;
        for (Instant minute = BEGIN; minute.isBefore(story.now()); minute = minute.plusSeconds(60)) {
            if (runs(story, minute)) {
                lastRun = minute.plusSeconds(60);
                counted += OFFICE.isOpen(minute) ? 1 : 0;
                over = over == null && counted == limit ? minute.plusSeconds(60) : over;
            }
        }
        assertThat(reading.elapsed()).isEqualTo(Duration.ofMinutes(counted));
        assertThat(reading.remaining()).isEqualTo(Duration.ofMinutes(limit - counted));
        assertThat(reading.brokenAt()).isEqualTo(over != null && lastRun.isAfter(over) ? over : null);
        assertThat(ClockReading.brokenAt(story.events(), OFFICE, time, null, story.now())).isEqualTo(reading.brokenAt());
        if (reading.state() == ClockState.RUNNING && over == null) {
            assertThat(OFFICE.between(story.now(), reading.dueAt(), false)).as("what is left ends when it says").isEqualTo(reading.remaining());
        }
        if (!reading.state().isOpen() && over == null) {
            assertThat(reading.dueAt()).as("nothing is owed any more").isNull();
        }
        assertThat(reading.state().isOpen()).isEqualTo(reading.state() == ClockState.RUNNING || reading.state() == ClockState.PAUSED);
    }

    @Example
    void takenUpAndEndedInOneMomentItHasNotRun() {
        Instant end = BEGIN.plus(Duration.ofMinutes(90));
        Instant later = end.plus(Duration.ofMinutes(7));
        List<ClockEvent> events = List.of(new ClockEvent(Kind.ACTIVATE, BEGIN, "filed", "test"), new ClockEvent(Kind.FULFIL, end, "done", "test"), new ClockEvent(Kind.RESUME, later, "reopened", "test"),
                new ClockEvent(Kind.FULFIL, later, "done", "test"));
        ClockReading reading = ClockReading.of(events, OFFICE, new Limit(false, OFFICE.between(BEGIN, end, false)), null, later);
        assertThat(reading.state()).isEqualTo(ClockState.FULFILLED);
        assertThat(reading.brokenAt()).as("done at the very last moment").isNull();
    }

    @Property(tries = 200)
    void milestonesComeInTheirOrder(@ForAll @Size(max = 8) List<@IntRange(min = 0, max = 200) Integer> steps, @ForAll @IntRange(min = 1, max = 2_000) int limit) {
        Story story = story(steps);
        var course = new Milestone.Course(OFFICE, new Limit(false, Duration.ofMinutes(limit * 100L)), null, List.of(25, 50, 99), List.of(new Step("0m", List.of("a")), new Step("5h", List.of("b")), new Step("2d", List.of("c"))));
        ClockReading reading = ClockReading.of(story.events(), OFFICE, course.limit(), null, story.now());
        List<Milestone> all = Milestone.of(reading, course);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).at()).isAfterOrEqualTo(all.get(i - 1).at());
        }
        for (Milestone m : all) {
            if (m.kind() == Kind.WARN && m.at().isBefore(story.now())) {
                assertThat(reading.elapsed()).isGreaterThanOrEqualTo(course.limit().share(Integer.parseInt(m.cause())));
            }
        }
        assertThat(all.stream().filter(m -> m.kind() == Kind.BREACH)).hasSizeLessThanOrEqualTo(1);
        if (reading.state() == ClockState.RUNNING) {
            assertThat(all).as("three warnings, the break and three steps are in sight").hasSize(7);
        }
        if (!reading.state().isOpen() && reading.brokenAt() == null) {
            assertThat(all).isEmpty();
        }
    }

    @Example
    void aNamedTimeIsKeptWhateverTheOfficeDoes() {
        Instant named = BEGIN.plus(Duration.ofHours(3));
        List<ClockEvent> events = List.of(new ClockEvent(Kind.ACTIVATE, BEGIN, "named", "test"));
        assertThat(ClockReading.of(events, OFFICE, null, named, named).brokenAt()).as("at the very moment it is kept").isNull();
        assertThat(ClockReading.of(events, OFFICE, null, named, named.plusMillis(1)).brokenAt()).isEqualTo(named);
        List<ClockEvent> kept = List.of(events.get(0), new ClockEvent(Kind.FULFIL, named.minusSeconds(1), "answered", "test"));
        assertThat(ClockReading.of(kept, OFFICE, null, named, named.plusSeconds(9_999)).brokenAt()).isNull();
    }
}
