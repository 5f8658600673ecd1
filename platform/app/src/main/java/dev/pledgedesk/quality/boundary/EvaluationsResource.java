package dev.pledgedesk.quality.boundary;

import dev.pledgedesk.api.EvaluationsApi;
import dev.pledgedesk.api.model.ClockList;
import dev.pledgedesk.api.model.CorrectiveActionPage;
import dev.pledgedesk.api.model.Evaluation;
import dev.pledgedesk.api.model.EvaluationAnswer;
import dev.pledgedesk.api.model.EvaluationAnswerPage;
import dev.pledgedesk.api.model.EvaluationPage;
import dev.pledgedesk.api.model.NewEvaluation;
import dev.pledgedesk.api.model.NewEvaluationClosure;
import dev.pledgedesk.api.model.NewEvaluationResult;
import dev.pledgedesk.api.model.NewMissedCall;
import dev.pledgedesk.api.model.PageMeta;
import dev.pledgedesk.api.model.Questionnaire;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.promise.ClockAnswers;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.quality.Evaluations;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Evaluations over REST. */
@RequestScoped
public class EvaluationsResource implements EvaluationsApi {

    @Inject
    Evaluations evaluations;

    @Inject
    CorrectiveActions actions;

    @Inject
    EvaluationBodies bodies;

    @Inject
    ActionBodies actionBodies;

    @Inject
    ClockAnswers clocks;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.QUALITY_READ)
    public EvaluationPage listEvaluations(Integer pageSize, String pageAfter) {
        Page<Evaluations.Run> page = evaluations.page(PageRequest.of(pageSize, pageAfter));
        return new EvaluationPage().items(page.items().stream().map(bodies::evaluation).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.QUALITY_MANAGE)
    public Evaluation beginEvaluation(NewEvaluation body, String idempotencyKey) {
        return bodies.evaluation(evaluations.begin(body.getStandard(), body.getDay()));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public Evaluation getEvaluation(UUID evaluationId) {
        return bodies.evaluation(evaluations.get(evaluationId));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public ClockList listEvaluationClocks(UUID evaluationId) {
        return clocks.list(evaluations.clocks(evaluationId));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public EvaluationAnswerPage listEvaluationAnswers(UUID evaluationId, Boolean all, Integer pageSize, String pageAfter) {
        Page<Evaluations.Answer> page = evaluations.answers(evaluationId, !Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter));
        return new EvaluationAnswerPage().items(page.items().stream().map(bodies::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public CorrectiveActionPage listEvaluationActions(UUID evaluationId) {
        evaluations.get(evaluationId);
        return new CorrectiveActionPage().items(actions.ofEvaluation(evaluationId).stream().map(actionBodies::action).toList()).meta(new PageMeta().hasMore(false));
    }

    @Override
    @Allowed(Permission.QUALITY_MANAGE)
    public Evaluation closeEvaluation(UUID evaluationId, NewEvaluationClosure body, String idempotencyKey) {
        return bodies.evaluation(evaluations.close(evaluationId, body.getWords()));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public EvaluationAnswer getEvaluationAnswer(UUID answerId) {
        return bodies.answer(evaluations.answer(answerId));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public EvaluationAnswer recordEvaluationAnswer(UUID answerId, NewEvaluationResult body, String idempotencyKey) {
        return bodies.answer(evaluations.record(answerId, body.getMarks(), body.getWords()));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public EvaluationAnswer missEvaluationCall(UUID answerId, NewMissedCall body, String idempotencyKey) {
        return bodies.answer(evaluations.miss(answerId, body.getForGood()));
    }

    @Override
    @Public
    public Questionnaire getQuestionnaire(String secret) {
        return bodies.questionnaire(evaluations.questionnaire(secret));
    }

    @Override
    @Public
    public Questionnaire answerQuestionnaire(String secret, NewEvaluationResult body, String idempotencyKey) {
        return bodies.questionnaire(evaluations.fill(secret, body.getMarks(), body.getWords()));
    }
}
