package dev.pledgedesk.training.boundary;

import dev.pledgedesk.api.AssessmentsApi;
import dev.pledgedesk.api.model.Assessment;
import dev.pledgedesk.api.model.AssessmentPage;
import dev.pledgedesk.api.model.NewAssessment;
import dev.pledgedesk.api.model.NewAssessmentAppeal;
import dev.pledgedesk.api.model.NewAssessmentAppealDecision;
import dev.pledgedesk.api.model.NewJudgement;
import dev.pledgedesk.api.model.NewPeerAnswer;
import dev.pledgedesk.api.model.NewPeerQuestion;
import dev.pledgedesk.api.model.PeerQuestionList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.training.AppealDecision;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.Assessments;
import dev.pledgedesk.training.JudgementDraft;
import dev.pledgedesk.training.JudgementKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Assessments over REST. */
@RequestScoped
public class AssessmentsResource implements AssessmentsApi {

    @Inject
    Assessments assessments;

    @Inject
    TrainingAnswers answers;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TRAINING_READ)
    public AssessmentPage listAssessments(Boolean all, Integer pageSize, String pageAfter) {
        Page<AssessmentView> page = assessments.page(!Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter));
        return new AssessmentPage().items(page.items().stream().map(answers::assessment).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Assessment openAssessment(NewAssessment body, String idempotencyKey) {
        return answers.assessment(assessments.open(body.getStaffId(), body.getQualification()));
    }

    @Override
    @Self
    public Assessment getAssessment(UUID assessmentId) {
        return answers.assessment(assessments.get(assessmentId));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Assessment judgeAssessment(UUID assessmentId, NewJudgement body, String idempotencyKey) {
        return answers.assessment(assessments.judge(assessmentId, new JudgementDraft(JudgementKind.of(body.getKind().value()), body.getMarks(), body.getWords(), body.getTicketId())));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Assessment askPeer(UUID assessmentId, NewPeerQuestion body, String idempotencyKey) {
        return answers.assessment(assessments.ask(assessmentId, body.getStaffId()));
    }

    @Override
    @Self
    public PeerQuestionList listOwnPeerQuestions() {
        return new PeerQuestionList().items(assessments.questions().stream().map(answers::question).toList());
    }

    @Override
    @Self
    public void answerPeerQuestion(UUID assessmentId, NewPeerAnswer body, String idempotencyKey) {
        assessments.answer(assessmentId, body.getMarks(), body.getWords());
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Assessment endAssessment(UUID assessmentId, String idempotencyKey) {
        return answers.assessment(assessments.giveUp(assessmentId));
    }

    @Override
    @Self
    public Assessment appealAssessment(UUID assessmentId, NewAssessmentAppeal body, String idempotencyKey) {
        return answers.assessment(assessments.appeal(assessmentId, body.getWords()));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Assessment decideAssessmentAppeal(UUID assessmentId, NewAssessmentAppealDecision body, String idempotencyKey) {
        return answers.assessment(assessments.decide(assessmentId, new AppealDecision(body.getAnswer(), body.getChanges(), body.getTheory(), body.getPractice(), body.getConduct())));
    }
}
