package dev.pledgedesk.training;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.training.control.QuestionTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Questions of examinations, by topic, in versions. */
@ApplicationScoped
public class QuestionBank {

    @Inject
    QuestionTransactions transactions;

    @Inject
    Caller caller;

    /** Newest first; of one topic if it is not null. */
    public Page<QuestionView> page(String topic, PageRequest request) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.page(topic, request);
    }

    public QuestionView get(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.get(id);
    }

    public QuestionView add(QuestionDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.add(draft);
    }

    /** Another version of it. */
    public QuestionView rewrite(UUID id, Long expectedVersion, QuestionDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.rewrite(id, expectedVersion, draft);
    }

    /** It is drawn no more, until it is rewritten. */
    public QuestionView retire(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        return transactions.retire(id);
    }
}
