package dev.pledgedesk.quality.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.quality.entity.EvaluationAnswer;
import dev.pledgedesk.quality.entity.EvaluationAnswers;
import dev.pledgedesk.quality.entity.EvaluationRuns;
import dev.pledgedesk.tenancy.QualitySection.Method;
import dev.pledgedesk.ticket.TicketWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A customer who was drawn to be called in an evaluation gives a reason to open his contacts until he was spoken to, or the evaluation is over. */
@ApplicationScoped
public class CallBackGround implements ReadingGround {

    @Inject
    EvaluationAnswers answers;

    @Inject
    EvaluationRuns runs;

    @Inject
    EvaluationTransactions evaluations;

    @Inject
    TicketWork tickets;

    @Inject
    Caller caller;

    @Override
    public ReadingPurpose purpose() {
        return ReadingPurpose.CALL_BACK;
    }

    @Override
    public Optional<String> live(UUID customerId, UUID answerId) {
        caller.require(Permission.INSPECTION_DO);
        EvaluationAnswer answer = answers.find(answerId).filter(a -> customerId.equals(a.customerId())).orElseThrow(Problem::notFound);
        boolean called = evaluations.standard(runs.get(answer.runId())).part(answer.part()).orElseThrow().method() == Method.CALL_BACK;
        return called && answer.state() == State.OPEN ? Optional.of(tickets.numbers(List.of(answer.ticketId())).get(answer.ticketId())) : Optional.empty();
    }
}
