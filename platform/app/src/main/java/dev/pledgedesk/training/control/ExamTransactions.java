package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.tenancy.TrainingSection.Draw;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.AssessmentState;
import dev.pledgedesk.training.AttemptState;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.AssessmentRows;
import dev.pledgedesk.training.entity.ExamAnswer;
import dev.pledgedesk.training.entity.ExamAnswers;
import dev.pledgedesk.training.entity.ExamAttempt;
import dev.pledgedesk.training.entity.ExamAttempts;
import dev.pledgedesk.training.entity.Question;
import dev.pledgedesk.training.entity.QuestionRows;
import dev.pledgedesk.training.entity.QuestionVersion;
import dev.pledgedesk.training.entity.QuestionVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Papers from the draw to the last mark: each step one transaction. What is saved when the time is over is what counts. */
@ApplicationScoped
@Transactional
public class ExamTransactions {

    static final String SUBJECT = "exam-attempt";
    private static final TextBounds ANSWER = new TextBounds(0, 8000);
    private static final TextBounds REMARK = new TextBounds(0, 2000);

    @Inject
    ExamAttempts attempts;

    @Inject
    ExamAnswers answers;

    @Inject
    QuestionRows questions;

    @Inject
    QuestionVersions versions;

    @Inject
    AssessmentRows assessments;

    @Inject
    AssessmentTransactions assessing;

    @Inject
    AssessmentViews views;

    @Inject
    Papers papers;

    @Inject
    ExamEnd end;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Begins the paper of an assessment of the caller's; its time runs from now. */
    public PaperView begin(UUID assessmentId) {
        Assessment assessment = own(assessments.held(assessmentId));
        Scheme scheme = views.scheme(assessment);
        if (assessment.state() != AssessmentState.OPEN || scheme.theory() == null || assessment.theory() != null || attempts.ofAssessment(assessmentId).isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.no-exam");
        }
        Exam exam = words.training(assessment.configVersion()).exam(scheme.theory().exam()).orElseThrow();
        long seed = Ids.next().getLeastSignificantBits();
        List<PaperDraw.Drawn> drawn = PaperDraw.draw(exam, bank(exam), seed);
        Instant now = clock.now();
        ExamAttempt attempt = new ExamAttempt(Ids.next(), assessment.staffId(), assessmentId, exam.key(), assessment.configVersion(), seed, Ids.next(), now, now.plus(Duration.ofMinutes(exam.minutes())),
                drawn.stream().mapToInt(PaperDraw.Drawn::points).sum());
        attempts.add(attempt);
        attempts.flush();
        for (int i = 0; i < drawn.size(); i++) {
            PaperDraw.Drawn one = drawn.get(i);
            answers.add(new ExamAnswer(Ids.next(), attempt.id(), attempt.staffId(), i + 1, one.question().id(), one.question().number(), one.question().kind().key(), one.points(),
                    AssessmentViews.JSON.valueToTree(one.shown())));
        }
        answers.flush();
        end.watch(attempt);
        write("begun", attempt, Map.of("seed", seed));
        return papers.own(attempt, true);
    }

    private List<PaperDraw.Candidate> bank(Exam exam) {
        List<Question> all = questions.active(exam.draws().stream().map(Draw::topic).distinct().toList());
        Map<UUID, QuestionVersion> said = versions.latest(all.stream().map(Question::id).toList()).stream().collect(Collectors.toMap(QuestionVersion::questionId, v -> v));
        return all.stream().map(q -> new PaperDraw.Candidate(q.id(), q.latest(), q.topic(), q.kind(), q.difficulty(), said.get(q.id()).content().path("options").size())).toList();
    }

    /** Goes on with it at another place, such as after a lost connection; the place before can save nothing any more. */
    public PaperView resume(UUID id) {
        ExamAttempt attempt = own(attempts.held(id));
        attempt.sit(Ids.next());
        attempts.flush();
        write("resumed", attempt, Map.of());
        return papers.own(attempt, true);
    }

    /** Saves an answer; empty takes it back. */
    public void save(UUID id, int place, UUID seat, AnswerDraft draft) {
        ExamAttempt attempt = own(attempts.get(id));
        attempt.requireSeat(seat, clock.now());
        ExamAnswer answer = answers.at(id, place).orElseThrow(Problem::notFound);
        papers.check(answer, draft);
        ANSWER.take(draft.text(), "/text");
        answer.say(papers.seal(answer, draft));
    }

    /** Hands it in. */
    public PaperView submit(UUID id, UUID seat) {
        ExamAttempt attempt = own(attempts.held(id));
        attempt.requireSeat(seat, clock.now());
        return close(attempt);
    }

    /** Hands in what was saved of papers whose time is over. */
    void timeIsOver(UUID id) {
        attempts.findHeld(id).filter(a -> a.state() == AttemptState.RUNNING).ifPresent(this::close);
    }

    private PaperView close(ExamAttempt attempt) {
        attempt.submit(clock.now());
        List<ExamAnswer> all = answers.of(attempt.id());
        papers.markClosed(all);
        write("submitted", attempt, Map.of());
        settle(attempt, all);
        if (attempt.state() == AttemptState.MARKING) {
            notices.tellMarkers(attempt.staffId(), attempt.id(), papers.exam(attempt).name());
        }
        return papers.own(attempt, false);
    }

    /** Marks an open answer. */
    public PaperView mark(UUID id, int place, BigDecimal points, String remark) {
        ExamAttempt attempt = attempts.held(id);
        ExamAnswer answer = answers.at(id, place).orElseThrow(Problem::notFound);
        if (attempt.staffId().equals(caller.staffId())) {
            throw Problem.of(Problem.Kind.DENIED, "training.not-oneself");
        }
        if (attempt.state() != AttemptState.MARKING || !answer.kind().isOpen()) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.not-to-mark");
        }
        if (points == null || points.signum() < 0 || points.compareTo(BigDecimal.valueOf(answer.points())) > 0 || points.stripTrailingZeros().scale() > 1) {
            throw Problem.unprocessable(new FieldError("/points", "training.points", 0, answer.points()));
        }
        String said = REMARK.take(remark, "/remark");
        answer.mark(points, caller.actor(), said.isEmpty() ? null : words.seal(answer.staffId(), "exam_answer", "remark", answer.id(), said));
        answers.flush();
        write("marked", attempt, Map.of("place", place, "points", points));
        settle(attempt, answers.of(id));
        return papers.toMark(attempt);
    }

    /** The result is known as soon as every answer is marked. */
    private void settle(ExamAttempt attempt, List<ExamAnswer> all) {
        if (all.stream().allMatch(a -> a.given() != null)) {
            attempt.marked(AssessmentRule.percent(all.stream().map(ExamAnswer::given).reduce(BigDecimal.ZERO, BigDecimal::add), attempt.points()));
            attempts.flush();
            if (assessments.get(attempt.assessmentId()).state() == AssessmentState.OPEN) {
                assessing.theory(attempt.assessmentId(), attempt.score());
            }
        }
        attempts.flush();
    }

    private Assessment own(Assessment assessment) {
        caller.requireOwn(assessment.staffId());
        return assessment;
    }

    private ExamAttempt own(ExamAttempt attempt) {
        caller.requireOwn(attempt.staffId());
        return attempt;
    }

    /** The caller's own paper; with its questions while he writes it only from his place. */
    public PaperView get(UUID id, UUID seat) {
        ExamAttempt attempt = own(attempts.get(id));
        if (attempt.state() == AttemptState.RUNNING) {
            attempt.requireSeat(seat, clock.now());
        }
        return papers.own(attempt, false);
    }

    public List<PaperView> own() {
        return attempts.of(caller.staffId()).stream().map(papers::summary).toList();
    }

    /** Those that wait to be marked, but not the caller's own. */
    public Page<PaperView> toMark(PageRequest request) {
        return attempts.toMark(request).map(papers::marker);
    }

    public PaperView toMark(UUID id) {
        ExamAttempt attempt = attempts.get(id);
        if (attempt.state() == AttemptState.RUNNING || attempt.staffId().equals(caller.staffId())) {
            throw Problem.notFound();
        }
        return papers.toMark(attempt);
    }

    private void write(String what, ExamAttempt attempt, Map<String, Object> more) {
        Map<String, Object> facts = new TreeMap<>(more);
        facts.put("staff", attempt.staffId());
        facts.put("exam", attempt.exam());
        journal.write(new Journal.Entry(caller.actor(), "exam." + what, SUBJECT, attempt.id(), facts));
    }
}
