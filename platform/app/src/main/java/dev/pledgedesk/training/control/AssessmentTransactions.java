package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.training.AssessmentState;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.JudgementDraft;
import dev.pledgedesk.training.JudgementKind;
import dev.pledgedesk.training.PeerQuestion;
import dev.pledgedesk.training.Points;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.AssessmentRows;
import dev.pledgedesk.training.entity.Judgement;
import dev.pledgedesk.training.entity.Judgements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The steps of an assessment until all its parts are known; then it closes by itself, and who has passed gets his certificate. */
@ApplicationScoped
@Transactional
public class AssessmentTransactions {

    static final String TABLE = "assessment";
    private static final String WORDS = "words";
    private static final TextBounds SAID = new TextBounds(0, 4000);

    @Inject
    AssessmentRows assessments;

    @Inject
    Judgements judgements;

    @Inject
    AssessmentViews views;

    @Inject
    Certification certification;

    @Inject
    Retraining retraining;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    Staff staff;

    @Inject
    AssessmentJournal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Begins one; after a failure with what was passed then, as soon as the scheme allows another try. */
    public AssessmentView open(UUID member, String key) {
        Qualification qualification = words.known(key, "/qualification");
        if (qualification.scheme() == null) {
            throw Problem.unprocessable(new FieldError("/qualification", "training.elsewhere", qualification.name()));
        }
        StaffView who = staff.get(member);
        if (!who.active()) {
            throw Problem.unprocessable(new FieldError("/staffId", "field.unknown-key", who.login()));
        }
        Assessment last = assessments.of(member, key).stream().findFirst().orElse(null);
        if (last != null && last.state() == AssessmentState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.assessed-already");
        }
        boolean again = last != null && last.state() == AssessmentState.FAILED;
        Assessment assessment = new Assessment(Ids.next(), member, key, words.configVersion(), again ? again(qualification, last) : 1, caller.actor(), clock.now());
        if (assessment.round() > 1) {
            take(qualification.scheme(), last, assessment);
        }
        assessments.add(assessment);
        assessments.flush();
        journal.write("opened", assessment, Map.of("round", assessment.round()));
        notices.tell(member, "assessment-opened", member, qualification.name(), null);
        return views.of(assessment);
    }

    /** Which round comes after a failure; refused while it is too early, or while he has to be taught again. */
    private int again(Qualification qualification, Assessment failed) {
        if (failed.round() > qualification.scheme().resits()) {
            retraining.require(failed, qualification);
            return 1;
        }
        Instant from = failed.closedAt().plus(Duration.ofDays(qualification.scheme().resitAfter()));
        if (clock.now().isBefore(from)) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.resit-too-early", from.atZone(words.zone()).toLocalDate().toString());
        }
        return failed.round() + 1;
    }

    private static void take(Scheme scheme, Assessment last, Assessment next) {
        next.take(AssessmentRule.theoryPassed(scheme, last.theory()) ? last.theory() : null, AssessmentRule.practicePassed(scheme, last.practice(), last.practiceVoid()) ? last.practice() : null,
                AssessmentRule.conductPassed(scheme, last.conduct()) ? last.conduct() : null);
    }

    /** What a trainer has seen, or the daily record says. */
    public AssessmentView judge(UUID id, JudgementDraft draft) {
        Assessment assessment = assessments.held(id);
        Scheme scheme = views.scheme(assessment);
        requireNotSelf(assessment, caller.staffId());
        boolean practice = draft.kind() == JudgementKind.PRACTICE;
        if (draft.kind() == JudgementKind.PEER || (practice ? scheme.practice() == null : scheme.conduct() == null)) {
            throw Problem.unprocessable(new FieldError("/kind", "training.no-such-part"));
        }
        List<Item> items = practice ? scheme.practice().items() : scheme.conduct().items();
        BigDecimal score = Points.score(items, draft.marks());
        Judgement judgement = new Judgement(Ids.next(), id, assessment.staffId(), draft.kind().key(), caller.staffId(), clock.now());
        give(judgement, draft.marks(), score, draft.words(), draft.ticketId());
        judgements.add(judgement);
        if (practice) {
            assessment.does(score, Points.isVoid(items, draft.marks()));
        }
        journal.write("judged", assessment, Map.of("kind", draft.kind().key(), "score", score));
        return settle(assessment);
    }

    private void give(Judgement judgement, Map<String, Integer> marks, BigDecimal score, String said, UUID ticket) {
        String text = SAID.take(said, "/words");
        judgement.give(AssessmentViews.JSON.valueToTree(marks), score, text.isEmpty() ? null : words.seal(judgement.staffId(), "assessment_judgement", WORDS, judgement.id(), text), ticket, clock.now());
    }

    private static void requireNotSelf(Assessment assessment, UUID rater) {
        if (assessment.staffId().equals(rater)) {
            throw Problem.of(Problem.Kind.DENIED, "training.not-oneself");
        }
    }

    /** Asks a colleague. */
    public AssessmentView ask(UUID id, UUID peer) {
        Assessment assessment = assessments.held(id);
        requireNotSelf(assessment, peer);
        if (assessment.state() != AssessmentState.OPEN || views.scheme(assessment).conduct() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.no-such-part");
        }
        if (!staff.get(peer).active() || judgements.asked(id, peer).isPresent()) {
            throw Problem.unprocessable(new FieldError("/staffId", "training.asked-already"));
        }
        judgements.add(new Judgement(Ids.next(), id, assessment.staffId(), JudgementKind.PEER.key(), peer, clock.now()));
        judgements.flush();
        journal.write("peer-asked", assessment, Map.of("peer", peer));
        notices.tell(peer, "peer-asked", assessment.staffId(), words.qualification(assessment.qualification()), null);
        return views.of(assessment);
    }

    /** What the caller, who was asked, says. */
    public void hear(UUID id, Map<String, Integer> marks, String said) {
        Judgement judgement = judgements.asked(id, caller.staffId()).orElseThrow(Problem::notFound);
        Assessment assessment = assessments.held(id);
        if (assessment.state() != AssessmentState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.assessment-closed");
        }
        give(judgement, marks, Points.score(views.scheme(assessment).conduct().items(), marks), said, null);
        journal.write("peer-heard", assessment, Map.of());
        settle(assessment);
    }

    public List<PeerQuestion> questions() {
        return judgements.waitingFor(caller.staffId()).stream().flatMap(j -> assessments.find(j.assessmentId()).filter(a -> a.state() == AssessmentState.OPEN)
                .map(a -> new PeerQuestion(a.id(), a.staffId(), words.qualification(a.qualification()), views.scheme(a).conduct().items(), j.askedAt())).stream()).toList();
    }

    /** The result of a paper that was written for an assessment. */
    void theory(UUID id, BigDecimal score) {
        Assessment assessment = assessments.held(id);
        assessment.knows(score);
        journal.write("theory-known", assessment, Map.of("score", score));
        settle(assessment);
    }

    public AssessmentView giveUp(UUID id) {
        Assessment assessment = assessments.held(id);
        assessment.giveUp(clock.now());
        assessments.flush();
        journal.write("given-up", assessment, Map.of());
        return views.of(assessment);
    }

    /** Closes it if all parts are known. */
    private AssessmentView settle(Assessment assessment) {
        Scheme scheme = views.scheme(assessment);
        judgements.flush();
        if (scheme.conduct() != null) {
            List<Judgement> said = judgements.of(List.of(assessment.id())).stream().filter(j -> j.at() != null).toList();
            BigDecimal conduct = AssessmentRule.conduct(scheme.conduct(), scores(said, JudgementKind.CONDUCT), scores(said, JudgementKind.PEER));
            assessment.is(conduct == null ? assessment.conduct() : conduct);
        }
        AssessmentRule.result(scheme, views.parts(assessment)).ifPresent(result -> close(assessment, result));
        assessments.flush();
        return views.of(assessment);
    }

    private void close(Assessment assessment, AssessmentRule.Result result) {
        assessment.close(result.overall(), result.passed(), clock.now());
        assessments.flush();
        journal.write("closed", assessment, Map.of("overall", result.overall(), "passed", result.passed()));
        if (result.passed()) {
            certification.issue(assessment);
        }
        notices.tell(assessment.staffId(), result.passed() ? "assessment-passed" : "assessment-failed", assessment.staffId(), words.qualification(assessment.qualification()), null);
    }

    private static List<BigDecimal> scores(List<Judgement> said, JudgementKind kind) {
        return said.stream().filter(j -> j.kind() == kind).map(Judgement::score).toList();
    }
}
