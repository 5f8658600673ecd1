package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A moment in the life of a clock at which somebody is told: a share of the time is used up, it is broken, it is broken for so long.
 *
 * @param cause the share in per cent, nothing, or the number of the step, from 1
 */
public record Milestone(ClockEvent.Kind kind, String cause, Instant at) {

    private static final int HUNDRED = 100;

    /**
     * What a clock runs on.
     *
     * @param limit null for a named time
     * @param named null for a limit
     */
    public record Course(WorkCalendar calendar, Limit limit, Instant named, List<Integer> warnAt, List<Step> escalation) {
    }

    /** Every milestone that a clock has come to or will come to as things stand, the first one first; of one that has ended only the break, if it was broken. */
    public static List<Milestone> of(ClockReading reading, Course course) {
        List<Milestone> all = new ArrayList<>();
        if (reading.state().isOpen()) {
            for (int share : course.warnAt()) {
                Instant at = used(reading, course, share);
                if (at != null) {
                    all.add(new Milestone(ClockEvent.Kind.WARN, Integer.toString(share), at));
                }
            }
        }
        Instant broken = reading.state().isOpen() ? used(reading, course, HUNDRED) : reading.brokenAt();
        if (broken != null) {
            all.add(new Milestone(ClockEvent.Kind.BREACH, "", broken));
            for (int step = 0; step < course.escalation().size(); step++) {
                Instant at = after(broken, course.escalation().get(step).after(), course.calendar(), reading);
                if (at != null) {
                    all.add(new Milestone(ClockEvent.Kind.ESCALATE, Integer.toString(step + 1), at));
                }
            }
        }
        all.sort(Comparator.comparing(Milestone::at));
        return all;
    }

    /** So much running time after the break; null if the clock stands still or has ended before that. */
    private static Instant after(Instant broken, String after, WorkCalendar calendar, ClockReading reading) {
        return after.startsWith("0") ? broken : ClockReading.usedUp(reading.state(), reading.ran(), broken, calendar, Limit.parse(after));
    }

    /** When a share of the time was or will be used up; null if that is not in sight. */
    private static Instant used(ClockReading reading, Course course, int percent) {
        Instant begin = reading.ran().get(0).from();
        if (course.limit() == null) {
            return begin.plus(Duration.between(begin, course.named()).multipliedBy(percent).dividedBy(HUNDRED));
        }
        return ClockReading.usedUp(reading.state(), reading.ran(), begin, course.calendar(), new Limit(course.limit().days(), course.limit().share(percent)));
    }
}
