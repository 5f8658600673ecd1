package dev.pledgedesk.training.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.training.entity.ExamAttempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Hands papers in when their time is over, whether anybody still sits at them or not. */
@ApplicationScoped
public class ExamEnd implements DueWorker {

    static final String KIND = "exam-end";

    @Inject
    Instance<ExamTransactions> exams;

    @Inject
    DueWork dueWork;

    @Override
    public String kind() {
        return KIND;
    }

    void watch(ExamAttempt attempt) {
        dueWork.at(KIND, attempt.id(), attempt.endsAt());
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(exams.get()::timeIsOver);
    }
}
