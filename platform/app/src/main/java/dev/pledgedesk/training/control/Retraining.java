package dev.pledgedesk.training.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.Enrolments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Who has failed too often is taught again before another try: each course of the qualification, after the failure. */
@ApplicationScoped
public class Retraining {

    @Inject
    Enrolments enrolments;

    @Inject
    TrainingWords words;

    /** Refuses who has not been taught again, naming what he has to take part in. */
    void require(Assessment failed, Qualification qualification) {
        Set<String> attended = enrolments.attended(failed.staffId(), failed.closedAt());
        List<Course> missing = words.training().coursesOf(qualification).filter(course -> !attended.contains(course.key())).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(missing.stream().map(course -> new FieldError("/qualification", "training.retraining", course.name())).toList());
        }
    }
}
