package dev.pledgedesk.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How shifts of some days were kept.
 *
 * @param people  by member of staff
 * @param needed  how many places were needed in shifts that are over
 * @param covered how many of them somebody was planned for
 * @param manned  how many of them somebody signed in for
 */
public record AttendanceFigures(LocalDate from, LocalDate to, List<Person> people, int needed, int covered, int manned) {

    /**
     * One person.
     *
     * @param shifts that are over
     * @param hours  of these, planned
     * @param late   how often late
     * @param absent how often he did not sign in
     * @param nights how many of the shifts were by night
     */
    public record Person(UUID staffId, int shifts, int hours, int late, int absent, int nights) {
    }
}
