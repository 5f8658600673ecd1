package dev.pledgedesk.appraisal;

import dev.pledgedesk.appraisal.control.AppraisalTransactions;
import dev.pledgedesk.appraisal.control.AppraisalViews;
import dev.pledgedesk.appraisal.control.InspectionTransactions;
import dev.pledgedesk.appraisal.control.MeritTransactions;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Spot checks, appraisals, rewards and penalties. Everybody sees his own. */
@ApplicationScoped
public class Supervision {

    @Inject
    InspectionTransactions inspections;

    @Inject
    AppraisalTransactions appraisals;

    @Inject
    AppraisalViews views;

    @Inject
    MeritTransactions merits;

    @Inject
    Caller caller;

    /** Draws tickets that were solved in a half-open time, to be inspected. */
    public SampleView draw(String sampling, Instant from, Instant until) {
        caller.require(Permission.INSPECTION_DO);
        return inspections.draw(sampling, from, until);
    }

    public Page<SampleView> samples(PageRequest request) {
        caller.require(Permission.INSPECTION_DO);
        return inspections.samples(request);
    }

    /** Those of others that are to be done, or those that are; newest first. */
    public Page<InspectionView> inspections(boolean open, PageRequest request) {
        caller.require(Permission.INSPECTION_DO);
        return inspections.ofOthers(open, request);
    }

    /** The caller's own that are done. */
    public Page<InspectionView> ownInspections(PageRequest request) {
        return inspections.own(request);
    }

    /** One of them; one's own once it is done. */
    public InspectionView inspection(UUID id) {
        caller.staffId();
        InspectionView view = inspections.get(id);
        boolean may = view.staffId().equals(caller.id()) ? view.at() != null && view.firstId() == null : caller.may(Permission.INSPECTION_DO) || caller.may(Permission.APPRAISAL_READ);
        if (!may) {
            throw Problem.notFound();
        }
        return view;
    }

    /** Whether the caller has done it. */
    public boolean isMine(UUID id) {
        return caller.staffId().equals(inspections.get(id).inspectorId());
    }

    public InspectionView inspect(UUID id, Map<String, Integer> marks, String words) {
        caller.require(Permission.INSPECTION_DO);
        return inspections.done(id, marks, words);
    }

    /** Has another inspector look at the same. */
    public InspectionView calibrate(UUID id) {
        caller.require(Permission.INSPECTION_DO);
        return inspections.calibrate(id);
    }

    /** Newest first; of a scheme and the time that begins on a day, where they are not null. */
    public Page<AppraisalView> appraisals(String scheme, LocalDate from, PageRequest request) {
        caller.require(Permission.APPRAISAL_READ);
        return views.page(null, scheme, from, request);
    }

    /** The caller's, the newest first. */
    public Page<AppraisalView> ownAppraisals(PageRequest request) {
        return views.page(caller.staffId(), null, null, request);
    }

    public AppraisalView appraisal(UUID id) {
        caller.staffId();
        AppraisalView view = views.get(id);
        if (!view.staffId().equals(caller.id()) && !caller.may(Permission.APPRAISAL_READ)) {
            throw Problem.notFound();
        }
        return view;
    }

    /** Begins those of everybody of a scheme for the time in which a day lies, or counts the open ones anew; how many. */
    public int begin(String scheme, LocalDate day) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return appraisals.begin(scheme, day);
    }

    public AppraisalView set(UUID id, String indicator, BigDecimal score) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return appraisals.set(id, indicator, score);
    }

    /** How the caller sees himself. */
    public AppraisalView saySelf(UUID id, String words) {
        caller.staffId();
        return appraisals.saySelf(id, words);
    }

    public AppraisalView talk(UUID id, String words) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return appraisals.talk(id, words);
    }

    /** The caller has read his. */
    public AppraisalView acknowledge(UUID id) {
        caller.staffId();
        return appraisals.acknowledge(id);
    }

    /** The caller does not agree with his. */
    public AppraisalView appeal(UUID id, String words) {
        caller.staffId();
        return appraisals.appeal(id, words);
    }

    /** Somebody who has not talked with him decides; without scores all stays. */
    public AppraisalView decide(UUID id, String answer, Map<String, BigDecimal> scores) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return appraisals.decide(id, answer, scores);
    }

    public AppraisalView close(UUID id) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return appraisals.close(id);
    }

    /** Newest first, anybody's. */
    public Page<MeritView> merits(PageRequest request) {
        caller.require(Permission.APPRAISAL_READ);
        return merits.page(null, request);
    }

    /** The caller's, the newest first. */
    public Page<MeritView> ownMerits(PageRequest request) {
        return merits.page(caller.staffId(), request);
    }

    public MeritView merit(UUID id) {
        caller.staffId();
        MeritView view = merits.get(id);
        if (!view.staffId().equals(caller.id()) && !caller.may(Permission.APPRAISAL_READ)) {
            throw Problem.notFound();
        }
        return view;
    }

    /** What the last 30 days suggest. */
    public List<MeritSuggestion> suggestions() {
        caller.require(Permission.APPRAISAL_READ);
        return merits.suggestions();
    }

    public MeritView propose(UUID member, String rule, String reason) {
        caller.require(Permission.APPRAISAL_READ);
        return merits.propose(member, rule, reason);
    }

    /** What the caller says to a penalty that was proposed for him. */
    public MeritView hear(UUID id, String words) {
        caller.staffId();
        return merits.hear(id, words);
    }

    /** Who has the role whose turn it is approves or refuses. */
    public MeritView decideMerit(UUID id, boolean approves, String reason) {
        caller.require(Permission.APPRAISAL_READ);
        return merits.decide(id, approves, reason);
    }

    /** The caller does not agree with his. */
    public MeritView appealMerit(UUID id, String words) {
        caller.staffId();
        return merits.appeal(id, words);
    }

    public MeritView decideMeritAppeal(UUID id, boolean lifted, String reason) {
        caller.require(Permission.APPRAISAL_MANAGE);
        return merits.decideAppeal(id, lifted, reason);
    }
}
