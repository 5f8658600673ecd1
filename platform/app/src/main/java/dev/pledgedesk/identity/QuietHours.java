package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours in which somebody is not to be mailed, by the clock on the wall of the tenant's zone; half-open, from may be later than to.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Those between two times, null if neither is given; one without the other is refused at the field that is missing. */
    public static QuietHours between(LocalTime from, LocalTime to) {
        if ((from == null) != (to == null)) {
            throw Problem.invalid(new FieldError(from == null ? "/from" : "/to", "field.required"));
        }
        return from == null ? null : new QuietHours(from, to);
    }

    /** The moment itself, or the end of the hours if it lies in them. */
    public Instant endAfter(Instant moment, ZoneId zone) {
        ZonedDateTime wall = moment.atZone(zone);
        LocalTime time = wall.toLocalTime();
        boolean overnight = from.isAfter(to);
        boolean quiet = overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return moment;
        }
        ZonedDateTime end = wall.with(to);
        return (end.toInstant().isAfter(moment) ? end : wall.plusDays(1).with(to)).toInstant();
    }
}
