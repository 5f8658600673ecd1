package dev.pledgedesk.appraisal.boundary;

import dev.pledgedesk.api.SupervisionApi;
import dev.pledgedesk.api.model.Appraisal;
import dev.pledgedesk.api.model.AppraisalCount;
import dev.pledgedesk.api.model.AppraisalPage;
import dev.pledgedesk.api.model.Inspection;
import dev.pledgedesk.api.model.InspectionPage;
import dev.pledgedesk.api.model.InspectionSample;
import dev.pledgedesk.api.model.InspectionSamplePage;
import dev.pledgedesk.api.model.Merit;
import dev.pledgedesk.api.model.MeritPage;
import dev.pledgedesk.api.model.MeritSuggestionList;
import dev.pledgedesk.api.model.NewAppraisalAppealDecision;
import dev.pledgedesk.api.model.NewAppraisalWords;
import dev.pledgedesk.api.model.NewAppraisals;
import dev.pledgedesk.api.model.NewIndicatorScore;
import dev.pledgedesk.api.model.NewInspectionResult;
import dev.pledgedesk.api.model.NewInspectionSample;
import dev.pledgedesk.api.model.NewMerit;
import dev.pledgedesk.api.model.NewMeritAppealDecision;
import dev.pledgedesk.api.model.NewMeritDecision;
import dev.pledgedesk.api.model.TrainingEffect;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.SampleView;
import dev.pledgedesk.appraisal.Supervision;
import dev.pledgedesk.appraisal.TrainingEffects;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Inspections, appraisals, rewards and penalties over REST. */
@RequestScoped
public class SupervisionResource implements SupervisionApi {

    @Inject
    Supervision supervision;

    @Inject
    TrainingEffects effects;

    @Inject
    SupervisionAnswers answers;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public InspectionSamplePage listInspectionSamples(Integer pageSize, String pageAfter) {
        Page<SampleView> page = supervision.samples(PageRequest.of(pageSize, pageAfter));
        return new InspectionSamplePage().items(page.items().stream().map(answers::sample).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public InspectionSample drawInspections(NewInspectionSample body, String idempotencyKey) {
        return answers.sample(supervision.draw(body.getSampling(), body.getFrom(), body.getUntil()));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public InspectionPage listInspections(Boolean done, Integer pageSize, String pageAfter) {
        Page<InspectionView> page = supervision.inspections(!Boolean.TRUE.equals(done), PageRequest.of(pageSize, pageAfter));
        return new InspectionPage().items(page.items().stream().map(answers::inspection).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public InspectionPage listOwnInspections(Integer pageSize, String pageAfter) {
        Page<InspectionView> page = supervision.ownInspections(PageRequest.of(pageSize, pageAfter));
        return new InspectionPage().items(page.items().stream().map(answers::inspection).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public Inspection getInspection(UUID inspectionId) {
        return answers.inspection(supervision.inspection(inspectionId));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public Inspection finishInspection(UUID inspectionId, NewInspectionResult body, String idempotencyKey) {
        return answers.inspection(supervision.inspect(inspectionId, body.getMarks(), body.getWords()));
    }

    @Override
    @Allowed(Permission.INSPECTION_DO)
    public Inspection calibrateInspection(UUID inspectionId, String idempotencyKey) {
        return answers.inspection(supervision.calibrate(inspectionId));
    }

    @Override
    @Allowed(Permission.APPRAISAL_READ)
    public AppraisalPage listAppraisals(String scheme, LocalDate from, Integer pageSize, String pageAfter) {
        Page<AppraisalView> page = supervision.appraisals(scheme, from, PageRequest.of(pageSize, pageAfter));
        return new AppraisalPage().items(page.items().stream().map(answers::appraisal).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public AppraisalCount beginAppraisals(NewAppraisals body, String idempotencyKey) {
        return new AppraisalCount().counted(supervision.begin(body.getScheme(), body.getDay()));
    }

    @Override
    @Self
    public AppraisalPage listOwnAppraisals(Integer pageSize, String pageAfter) {
        Page<AppraisalView> page = supervision.ownAppraisals(PageRequest.of(pageSize, pageAfter));
        return new AppraisalPage().items(page.items().stream().map(answers::appraisal).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public Appraisal getAppraisal(UUID appraisalId) {
        return answers.appraisal(supervision.appraisal(appraisalId));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Appraisal setIndicatorScore(UUID appraisalId, NewIndicatorScore body, String idempotencyKey) {
        return answers.appraisal(supervision.set(appraisalId, body.getIndicator(), body.getScore()));
    }

    @Override
    @Self
    public Appraisal assessOneself(UUID appraisalId, NewAppraisalWords body, String idempotencyKey) {
        return answers.appraisal(supervision.saySelf(appraisalId, body.getWords()));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Appraisal noteAppraisalTalk(UUID appraisalId, NewAppraisalWords body, String idempotencyKey) {
        return answers.appraisal(supervision.talk(appraisalId, body.getWords()));
    }

    @Override
    @Self
    public Appraisal acknowledgeAppraisal(UUID appraisalId, String idempotencyKey) {
        return answers.appraisal(supervision.acknowledge(appraisalId));
    }

    @Override
    @Self
    public Appraisal appealAppraisal(UUID appraisalId, NewAppraisalWords body, String idempotencyKey) {
        return answers.appraisal(supervision.appeal(appraisalId, body.getWords()));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Appraisal decideAppraisalAppeal(UUID appraisalId, NewAppraisalAppealDecision body, String idempotencyKey) {
        return answers.appraisal(supervision.decide(appraisalId, body.getAnswer(), body.getScores() == null ? Map.of() : body.getScores()));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Appraisal closeAppraisal(UUID appraisalId, String idempotencyKey) {
        return answers.appraisal(supervision.close(appraisalId));
    }

    @Override
    @Allowed(Permission.APPRAISAL_READ)
    public MeritPage listMerits(Integer pageSize, String pageAfter) {
        Page<MeritView> page = supervision.merits(PageRequest.of(pageSize, pageAfter));
        return new MeritPage().items(page.items().stream().map(answers::merit).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.APPRAISAL_READ)
    public Merit proposeMerit(NewMerit body, String idempotencyKey) {
        return answers.merit(supervision.propose(body.getStaffId(), body.getRule(), body.getReason()));
    }

    @Override
    @Self
    public MeritPage listOwnMerits(Integer pageSize, String pageAfter) {
        Page<MeritView> page = supervision.ownMerits(PageRequest.of(pageSize, pageAfter));
        return new MeritPage().items(page.items().stream().map(answers::merit).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.APPRAISAL_READ)
    public MeritSuggestionList listMeritSuggestions() {
        return new MeritSuggestionList().items(supervision.suggestions().stream().map(answers::suggestion).toList());
    }

    @Override
    @Self
    public Merit getMerit(UUID meritId) {
        return answers.merit(supervision.merit(meritId));
    }

    @Override
    @Self
    public Merit answerPenalty(UUID meritId, NewAppraisalWords body, String idempotencyKey) {
        return answers.merit(supervision.hear(meritId, body.getWords()));
    }

    @Override
    @Allowed(Permission.APPRAISAL_READ)
    public Merit decideMerit(UUID meritId, NewMeritDecision body, String idempotencyKey) {
        return answers.merit(supervision.decideMerit(meritId, body.getApproves(), body.getReason()));
    }

    @Override
    @Self
    public Merit appealMerit(UUID meritId, NewAppraisalWords body, String idempotencyKey) {
        return answers.merit(supervision.appealMerit(meritId, body.getWords()));
    }

    @Override
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Merit decideMeritAppeal(UUID meritId, NewMeritAppealDecision body, String idempotencyKey) {
        return answers.merit(supervision.decideMeritAppeal(meritId, body.getLifted(), body.getReason()));
    }

    @Override
    @Allowed(Permission.TRAINING_READ)
    public TrainingEffect getTrainingEffect(String course, LocalDate from, LocalDate to, Integer days) {
        return answers.effect(effects.of(course, from, to, days));
    }
}
