package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.training.AppealDecision;
import dev.pledgedesk.training.AssessmentState;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.AssessmentRows;
import dev.pledgedesk.training.entity.Judgements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Appeals against results: somebody who has not judged looks at them. */
@ApplicationScoped
@Transactional
public class AppealTransactions {

    private static final TextBounds WORDS = new TextBounds(10, 4000);

    @Inject
    AssessmentRows assessments;

    @Inject
    Judgements judgements;

    @Inject
    AssessmentViews views;

    @Inject
    Certification certification;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    AssessmentJournal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** The person himself does not agree. */
    public AssessmentView appeal(UUID id, String text) {
        Assessment assessment = assessments.held(id);
        caller.requireOwn(assessment.staffId());
        Instant until = views.appealUntil(assessment, views.scheme(assessment));
        if (until == null || !clock.now().isBefore(until)) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.no-appeal");
        }
        assessment.appeal(seal(assessment, "appeal_words", WORDS.take(text, "/words")), clock.now());
        assessments.flush();
        journal.write("appealed", assessment, Map.of());
        notices.tellManagers(caller.id(), "assessment-appealed", assessment.staffId(), words.qualification(assessment.qualification()), null);
        return views.of(assessment);
    }

    /** Decides; scores that are null stay as they are. */
    public AssessmentView decide(UUID id, AppealDecision decision) {
        Assessment assessment = assessments.held(id);
        UUID judge = caller.staffId();
        if (assessment.staffId().equals(judge) || judgements.of(List.of(id)).stream().anyMatch(j -> j.raterId().equals(judge))) {
            throw Problem.of(Problem.Kind.DENIED, "training.own-judgement");
        }
        Sealed answer = seal(assessment, "appeal_answer", WORDS.take(decision.answer(), "/answer"));
        if (decision.changes()) {
            change(assessment, decision, answer);
        } else {
            assessment.uphold(answer, caller.actor());
        }
        assessments.flush();
        journal.write("appeal-decided", assessment, Map.of("changed", decision.changes()));
        notices.tell(assessment.staffId(), "appeal-decided", assessment.staffId(), words.qualification(assessment.qualification()), null);
        return views.of(assessment);
    }

    private void change(Assessment a, AppealDecision decision, Sealed answer) {
        boolean before = a.state() == AssessmentState.PASSED;
        AssessmentRule.Parts parts = new AssessmentRule.Parts(other("theory", decision.theory(), a.theory()), other("practice", decision.practice(), a.practice()), false,
                other("conduct", decision.conduct(), a.conduct()));
        AssessmentRule.Result result = AssessmentRule.result(views.scheme(a), parts).orElseThrow();
        a.change(parts.theory(), parts.practice(), parts.conduct(), result.overall(), result.passed(), answer, caller.actor());
        assessments.flush();
        if (result.passed() && !before) {
            certification.issue(a);
        } else if (!result.passed() && before) {
            certification.withdraw(a, decision.answer());
        }
    }

    private static BigDecimal other(String part, BigDecimal score, BigDecimal before) {
        if (score != null && before == null) {
            throw Problem.unprocessable(new FieldError("/" + part, "training.no-such-part"));
        }
        return score == null ? before : score;
    }

    private Sealed seal(Assessment a, String column, String text) {
        return words.seal(a.staffId(), AssessmentTransactions.TABLE, column, a.id(), text);
    }
}
