package dev.pledgedesk.training;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.training.control.ExamTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Papers: written by the caller, or marked by him. */
@ApplicationScoped
public class Exams {

    @Inject
    ExamTransactions transactions;

    @Inject
    Caller caller;

    /** The caller's, the newest first, without questions. */
    public List<PaperView> own() {
        caller.staffId();
        return transactions.own();
    }

    /** Begins the paper of an assessment of the caller's. */
    public PaperView begin(UUID assessment) {
        caller.staffId();
        return transactions.begin(assessment);
    }

    /** The caller's own; while it is written, only from the place where he sits. */
    public PaperView get(UUID id, UUID seat) {
        caller.staffId();
        return transactions.get(id, seat);
    }

    /** Goes on at another place. */
    public PaperView resume(UUID id) {
        caller.staffId();
        return transactions.resume(id);
    }

    /** Saves an answer. */
    public void save(UUID id, int place, UUID seat, AnswerDraft answer) {
        caller.staffId();
        transactions.save(id, place, seat, answer);
    }

    /** Hands it in. */
    public PaperView submit(UUID id, UUID seat) {
        caller.staffId();
        return transactions.submit(id, seat);
    }

    /** Those that wait to be marked, the oldest first, without questions. */
    public Page<PaperView> waiting(PageRequest request) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.toMark(request);
    }

    /** One of others, handed in, with solutions. */
    public PaperView handedIn(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.toMark(id);
    }

    /** Marks an open answer. */
    public PaperView mark(UUID id, int place, BigDecimal points, String remark) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.mark(id, place, points, remark);
    }
}
