package dev.pledgedesk.training;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.training.control.AppealTransactions;
import dev.pledgedesk.training.control.AssessmentTransactions;
import dev.pledgedesk.training.control.AssessmentViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Assessments from the first part to the last appeal. Everybody sees his own. */
@ApplicationScoped
public class Assessments {

    @Inject
    AssessmentTransactions transactions;

    @Inject
    AppealTransactions appeals;

    @Inject
    AssessmentViews views;

    @Inject
    Caller caller;

    /** Newest first; those alone that are open or appealed against if {@code openOnly}. */
    public Page<AssessmentView> page(boolean openOnly, PageRequest request) {
        caller.require(Permission.TRAINING_READ);
        return views.page(null, openOnly, request);
    }

    public AssessmentView get(UUID id) {
        caller.staffId();
        AssessmentView view = views.get(id);
        if (!view.staffId().equals(caller.id()) && !caller.may(Permission.TRAINING_READ)) {
            throw Problem.notFound();
        }
        return view;
    }

    /** Begins one, or another try. */
    public AssessmentView open(UUID member, String qualification) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.open(member, qualification);
    }

    /** What was seen, or the daily record says. */
    public AssessmentView judge(UUID id, JudgementDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.judge(id, draft);
    }

    /** Asks a colleague what he is like. */
    public AssessmentView ask(UUID id, UUID peer) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.ask(id, peer);
    }

    /** What the caller was asked and has not said, the oldest first. */
    public List<PeerQuestion> questions() {
        caller.staffId();
        return transactions.questions();
    }

    /** What the caller, who was asked, says. */
    public void answer(UUID id, Map<String, Integer> marks, String words) {
        caller.staffId();
        transactions.hear(id, marks, words);
    }

    /** It is not gone on with. */
    public AssessmentView giveUp(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.giveUp(id);
    }

    /** The person himself does not agree with the result. */
    public AssessmentView appeal(UUID id, String words) {
        caller.staffId();
        return appeals.appeal(id, words);
    }

    /** Somebody who has not judged decides. */
    public AssessmentView decide(UUID id, AppealDecision decision) {
        caller.require(Permission.TRAINING_MANAGE);
        return appeals.decide(id, decision);
    }
}
