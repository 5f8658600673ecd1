package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.Interval;
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
        if (after.startsWith("0")) {
            return broken;
        }
        Limit time = Limit.parse(after);
        Duration left = time.duration();
        for (Interval interval : reading.ran()) {
            Instant from = interval.from().isBefore(broken) ? broken : interval.from();
            Duration here = calendar.between(from, interval.to(), time.days());
            if (here.compareTo(left) >= 0) {
                return calendar.after(from, left, time.days());
            }
            left = left.minus(here);
        }
        Instant last = reading.ran().get(reading.ran().size() - 1).to();
        return reading.state() != ClockState.RUNNING ? null : calendar.after(last.isBefore(broken) ? broken : last, left, time.days());
    }

    /** When a share of the time was or will be used up; null if that is not in sight. */
    private static Instant used(ClockReading reading, Course course, int percent) {
        Instant begin = reading.ran().get(0).from();
        if (course.limit() == null) {
            return begin.plus(Duration.between(begin, course.named()).multipliedBy(percent).dividedBy(HUNDRED));
        }
        Duration left = course.limit().share(percent);
        for (Interval interval : reading.ran()) {
            Duration here = course.calendar().between(interval.from(), interval.to(), course.limit().days());
            if (here.compareTo(left) >= 0) {
                return course.calendar().after(interval.from(), left, course.limit().days());
            }
            left = left.minus(here);
        }
        return reading.state() != ClockState.RUNNING ? null : course.calendar().after(reading.ran().get(reading.ran().size() - 1).to(), left, course.limit().days());
    }
}
