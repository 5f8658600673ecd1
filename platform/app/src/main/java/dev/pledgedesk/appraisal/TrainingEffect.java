package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.kernel.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a course has changed.
 *
 * @param from      first day of the sessions that are looked at, and {@code to} the last one
 * @param days      how long a time before and after each is looked at
 * @param tooRecent participants whose time after is not over; they are in no measure
 * @param rating    what participants said of it, from 1 to 5; null if nobody did
 */
public record TrainingEffect(String course, LocalizedText name, LocalDate from, LocalDate to, int days, int sessions, int participants, int tooRecent, Estimate rating, List<Measured> measures) {

    /** What is measured of people; of each more is better. */
    public enum Measure {
        /** Per cent of promises that were kept. */
        PROMISES,
        /** Mean of inspections, in per cent, by when the work was done. */
        INSPECTIONS,
        /** Tickets solved a week. */
        SOLVED;

        /** As written in the contract and in texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be said of an effect. */
    public enum Verdict {
        BETTER, WORSE, UNCLEAR, TOO_FEW;

        /** As written in the contract and in texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One measure.
     *
     * @param people  participants of whom there is something before and after
     * @param change  mean of what changed with them; null for none
     * @param others  the same of colleagues of their teams who did not take part; null for none
     * @param effect  by how much more it changed with participants; without others the change itself, null for nothing
     * @param teams   of participants, by key
     * @param persons participants; empty for who may not read appraisals
     */
    public record Measured(Measure measure, int people, Estimate change, Estimate others, Estimate effect, Verdict verdict, List<Group> teams, List<Person> persons) {
    }

    /** Participants of a team. */
    public record Group(String team, int people, Estimate change) {
    }

    /** A participant. */
    public record Person(UUID staffId, Estimate before, Estimate after, Estimate change) {
    }
}
