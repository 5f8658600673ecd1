package dev.pledgedesk.training.boundary;

import dev.pledgedesk.api.ExamsApi;
import dev.pledgedesk.api.model.ExamAnswer;
import dev.pledgedesk.api.model.ExamAttempt;
import dev.pledgedesk.api.model.ExamAttemptList;
import dev.pledgedesk.api.model.ExamAttemptPage;
import dev.pledgedesk.api.model.NewExamAttempt;
import dev.pledgedesk.api.model.NewMark;
import dev.pledgedesk.api.model.NewQuestion;
import dev.pledgedesk.api.model.Question;
import dev.pledgedesk.api.model.QuestionPage;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.Exams;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.QuestionBank;
import dev.pledgedesk.training.QuestionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The question bank and papers over REST. */
@RequestScoped
public class ExamsResource implements ExamsApi {

    @Inject
    QuestionBank bank;

    @Inject
    Exams exams;

    @Inject
    TrainingAnswers answers;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public QuestionPage listQuestions(String topic, Integer pageSize, String pageAfter) {
        Page<QuestionView> page = bank.page(topic, PageRequest.of(pageSize, pageAfter));
        return new QuestionPage().items(page.items().stream().map(answers::question).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Question addQuestion(NewQuestion body, String idempotencyKey) {
        return answers.question(bank.add(TrainingAnswers.draft(body)));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Question getQuestion(UUID questionId) {
        return answers.question(bank.get(questionId));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Question rewriteQuestion(UUID questionId, NewQuestion body, String ifMatch) {
        return answers.question(bank.rewrite(questionId, ETags.required(ifMatch), TrainingAnswers.draft(body)));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public Question retireQuestion(UUID questionId, String idempotencyKey) {
        return answers.question(bank.retire(questionId));
    }

    @Override
    @Self
    public ExamAttemptList listOwnExamAttempts() {
        return new ExamAttemptList().items(exams.own().stream().map(answers::paper).toList());
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public ExamAttemptPage listExamAttempts(Integer pageSize, String pageAfter) {
        Page<PaperView> page = exams.waiting(PageRequest.of(pageSize, pageAfter));
        return new ExamAttemptPage().items(page.items().stream().map(answers::paper).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public ExamAttempt beginExam(NewExamAttempt body, String idempotencyKey) {
        return answers.paper(exams.begin(body.getAssessmentId()));
    }

    @Override
    @Self
    public ExamAttempt getExamAttempt(UUID attemptId, UUID seat) {
        return answers.paper(exams.get(attemptId, seat));
    }

    @Override
    @Self
    public ExamAttempt resumeExam(UUID attemptId, String idempotencyKey) {
        return answers.paper(exams.resume(attemptId));
    }

    @Override
    @Self
    public void saveExamAnswer(UUID attemptId, Integer place, UUID seat, ExamAnswer body) {
        exams.save(attemptId, place, seat, new AnswerDraft(body.getChosen(), body.getText()));
    }

    @Override
    @Self
    public ExamAttempt submitExam(UUID attemptId, UUID seat, String idempotencyKey) {
        return answers.paper(exams.submit(attemptId, seat));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public ExamAttempt getHandedInExam(UUID attemptId) {
        return answers.paper(exams.handedIn(attemptId));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public ExamAttempt markExamAnswer(UUID attemptId, Integer place, NewMark body) {
        return answers.paper(exams.mark(attemptId, place, body.getPoints(), body.getRemark()));
    }
}
