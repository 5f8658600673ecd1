package dev.pledgedesk.quality.control;

import dev.pledgedesk.eventing.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;

/** Looks every morning whether a time that is evaluated has ended, and begins its evaluation. */
@ApplicationScoped
public class EvaluationWatch extends DailyWork {

    @Inject
    EvaluationTransactions evaluations;

    EvaluationWatch() {
        super("evaluations-due", LocalTime.of(8, 0));
    }

    @Override
    protected void look() {
        evaluations.beginDue();
    }
}
