package dev.pledgedesk.appraisal;

import dev.pledgedesk.appraisal.control.EffectCount;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Whether courses have an effect. Who runs training sees it by course and team, who may read appraisals also by person. */
@ApplicationScoped
public class TrainingEffects {

    @Inject
    EffectCount count;

    @Inject
    Caller caller;

    /**
     * The effect of a course.
     *
     * @param from first day of the sessions that are looked at
     * @param to   last day; a year later at most
     * @param days how long a time before and after each is looked at, 7 to 183
     */
    public TrainingEffect of(String course, LocalDate from, LocalDate to, int days) {
        caller.require(Permission.TRAINING_READ);
        return count.of(course, from, to, days, caller.may(Permission.APPRAISAL_READ));
    }
}
