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
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionDraft;
import dev.pledgedesk.training.QuestionView;
import dev.pledgedesk.training.entity.ExamAnswers;
import dev.pledgedesk.training.entity.Question;
import dev.pledgedesk.training.entity.QuestionRows;
import dev.pledgedesk.training.entity.QuestionVersion;
import dev.pledgedesk.training.entity.QuestionVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The question bank. */
@ApplicationScoped
@Transactional
public class QuestionTransactions {

    private static final TextBounds TEXT = new TextBounds(3, 4000);
    private static final TextBounds OPTION = new TextBounds(1, 500);
    private static final int MOST_OPTIONS = 12;
    private static final int HARDEST = 5;
    private static final String SUBJECT = "question";

    @Inject
    QuestionRows questions;

    @Inject
    QuestionVersions versions;

    @Inject
    ExamAnswers answers;

    @Inject
    TrainingWords words;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Page<QuestionView> page(String topic, PageRequest request) {
        Page<Question> page = questions.page(topic, request);
        List<UUID> ids = page.items().stream().map(Question::id).toList();
        Map<UUID, QuestionVersion> said = versions.latest(ids).stream().collect(Collectors.toMap(QuestionVersion::questionId, v -> v));
        Map<UUID, List<Object[]>> results = answers.results(ids).stream().collect(Collectors.groupingBy(row -> (UUID) row[0]));
        return page.map(q -> view(q, said.get(q.id()), results.getOrDefault(q.id(), List.of())));
    }

    public QuestionView get(UUID id) {
        return view(questions.get(id));
    }

    public QuestionView add(QuestionDraft draft) {
        check(draft);
        Question question = new Question(Ids.next(), draft.topic(), draft.kind().key(), draft.difficulty());
        questions.add(question);
        questions.flush();
        return write(question, draft, "added");
    }

    /** Another version; papers that have the one before keep it. Its kind stays. */
    public QuestionView rewrite(UUID id, Long expectedVersion, QuestionDraft draft) {
        check(draft);
        Question question = questions.held(id);
        question.requireVersion(expectedVersion);
        if (question.kind() != draft.kind()) {
            throw Problem.unprocessable(new FieldError("/kind", "training.kind-stays"));
        }
        question.rewrite(draft.topic(), draft.difficulty());
        questions.flush();
        return write(question, draft, "rewritten");
    }

    private QuestionView write(Question question, QuestionDraft draft, String what) {
        versions.add(new QuestionVersion(Ids.next(), question.id(), question.latest(), AssessmentViews.JSON.valueToTree(draft.content()), clock.now(), caller.actor()));
        versions.flush();
        journal.write(new Journal.Entry(caller.actor(), "question." + what, SUBJECT, question.id(), Map.of("topic", question.topic(), "number", question.latest())));
        return view(question);
    }

    public QuestionView retire(UUID id) {
        Question question = questions.held(id);
        question.retire();
        questions.flush();
        journal.write(new Journal.Entry(caller.actor(), "question.retired", SUBJECT, id, Map.of("topic", question.topic())));
        return view(question);
    }

    private QuestionView view(Question q) {
        return view(q, versions.latest(List.of(q.id())).get(0), answers.results(List.of(q.id())));
    }

    private static QuestionView view(Question q, QuestionVersion said, List<Object[]> results) {
        List<Double> shares = results.stream().map(row -> ((BigDecimal) row[1]).doubleValue() / (Integer) row[2]).toList();
        List<Double> papers = results.stream().map(row -> ((BigDecimal) row[3]).doubleValue()).toList();
        return new QuestionView(q.id(), q.topic(), q.kind(), q.difficulty(), q.isActive(), q.latest(), content(said), Marking.figures(shares, papers), q.version());
    }

    static QuestionContent content(QuestionVersion version) {
        return AssessmentViews.JSON.convertValue(version.content(), QuestionContent.class);
    }

    private void check(QuestionDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (words.training().topics().stream().noneMatch(t -> t.key().equals(draft.topic()))) {
            errors.add(new FieldError("/topic", "field.unknown-key", String.valueOf(draft.topic())));
        }
        if (draft.difficulty() < 1 || draft.difficulty() > HARDEST) {
            errors.add(new FieldError("/difficulty", "training.points", 1, HARDEST));
        }
        QuestionContent content = draft.content();
        if (content.text().byTag().isEmpty()) {
            errors.add(new FieldError("/text", "field.required"));
        }
        content.text().byTag().values().forEach(text -> TEXT.take(text, "/text"));
        for (int i = 0; i < content.options().size(); i++) {
            String pointer = "/options/" + i;
            content.options().get(i).byTag().values().forEach(text -> OPTION.take(text, pointer));
        }
        boolean choosing = draft.kind() == QuestionKind.SINGLE || draft.kind() == QuestionKind.MULTIPLE || draft.kind() == QuestionKind.ORDER;
        if (choosing ? content.options().size() < 2 || content.options().size() > MOST_OPTIONS : !content.options().isEmpty()) {
            errors.add(new FieldError("/options", choosing ? "training.options" : "training.no-options", 2, MOST_OPTIONS));
        }
        if (!isRight(draft.kind(), content)) {
            errors.add(new FieldError("/correct", "training.correct." + draft.kind().key()));
        }
        if (draft.kind().isOpen() == (content.rubric() == null)) {
            errors.add(new FieldError("/rubric", draft.kind().isOpen() ? "field.required" : "training.no-rubric"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    private static boolean isRight(QuestionKind kind, QuestionContent content) {
        List<Integer> correct = content.correct();
        boolean there = correct.stream().distinct().count() == correct.size() && correct.stream().allMatch(c -> c >= 0 && c < content.options().size());
        return switch (kind) {
            case SINGLE -> there && correct.size() == 1;
            case MULTIPLE -> there && !correct.isEmpty();
            case TRUE_FALSE -> correct.equals(List.of(0)) || correct.equals(List.of(1));
            case ORDER, SHORT, CASE -> correct.isEmpty();
        };
    }
}
