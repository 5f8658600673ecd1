package dev.pledgedesk.training.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.AttemptState;
import dev.pledgedesk.training.PaperQuestion;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.entity.ExamAnswer;
import dev.pledgedesk.training.entity.ExamAnswers;
import dev.pledgedesk.training.entity.ExamAttempt;
import dev.pledgedesk.training.entity.QuestionVersion;
import dev.pledgedesk.training.entity.QuestionVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Papers as they are shown, and what stands in their answers. */
@ApplicationScoped
@Transactional
public class Papers {

    private static final String TABLE = "exam_answer";
    private static final String ANSWER = "answer";

    @Inject
    ExamAnswers answers;

    @Inject
    QuestionVersions versions;

    @Inject
    TrainingWords words;

    /** The examination that a paper is of. */
    Exam exam(ExamAttempt attempt) {
        return words.training(attempt.configVersion()).exam(attempt.exam()).orElseThrow();
    }

    /** To who writes it; without solutions while he does. */
    PaperView own(ExamAttempt attempt, boolean withSeat) {
        return view(attempt, attempt.staffId(), withSeat ? attempt.seat() : null, questions(attempt, attempt.state() == AttemptState.MARKED));
    }

    /** To who marks it. */
    PaperView toMark(ExamAttempt attempt) {
        return view(attempt, hidden(attempt), null, questions(attempt, true));
    }

    /** In the list of who marks. */
    PaperView marker(ExamAttempt attempt) {
        return view(attempt, hidden(attempt), null, List.of());
    }

    PaperView summary(ExamAttempt attempt) {
        return view(attempt, attempt.staffId(), null, List.of());
    }

    private UUID hidden(ExamAttempt attempt) {
        return exam(attempt).blind() ? null : attempt.staffId();
    }

    private PaperView view(ExamAttempt a, UUID staff, UUID seat, List<PaperQuestion> questions) {
        return new PaperView(a.id(), staff, a.assessmentId(), a.exam(), exam(a).name(), a.state(), a.seed(), seat, a.startedAt(), a.endsAt(), a.submittedAt(), a.points(), a.score(), questions);
    }

    private List<PaperQuestion> questions(ExamAttempt attempt, boolean solved) {
        List<ExamAnswer> all = answers.of(attempt.id());
        Map<UUID, Map<Integer, QuestionContent>> said = said(all);
        return all.stream().map(a -> {
            QuestionContent content = said.get(a.questionId()).get(a.questionNumber());
            List<Integer> shown = shown(a);
            return new PaperQuestion(a.place(), a.kind(), content.text(), shown.stream().map(content.options()::get).toList(), a.points(), draft(a), solved ? solution(a, content, shown) : null,
                    solved ? content.rubric() : null, solved ? a.given() : null, solved ? words.open(a.staffId(), TABLE, "remark", a.id(), a.remark()) : null);
        }).toList();
    }

    private Map<UUID, Map<Integer, QuestionContent>> said(List<ExamAnswer> all) {
        return versions.of(all.stream().map(ExamAnswer::questionId).distinct().toList()).stream()
                .collect(Collectors.groupingBy(QuestionVersion::questionId, Collectors.toMap(QuestionVersion::number, QuestionTransactions::content)));
    }

    private static List<Integer> solution(ExamAnswer answer, QuestionContent content, List<Integer> shown) {
        return switch (answer.kind()) {
            case TRUE_FALSE -> content.correct();
            case ORDER -> IntStream.range(0, shown.size()).mapToObj(shown::indexOf).toList();
            default -> content.correct().stream().map(shown::indexOf).sorted().toList();
        };
    }

    private static List<Integer> shown(ExamAnswer answer) {
        return AssessmentViews.JSON.convertValue(answer.shown(), new TypeReference<List<Integer>>() { });
    }

    /** Refuses an answer of a form that its question does not have. */
    void check(ExamAnswer answer, AnswerDraft draft) {
        int options = answer.kind() == QuestionKind.TRUE_FALSE ? 2 : answer.shown().size();
        boolean apart = draft.chosen().stream().distinct().count() == draft.chosen().size() && draft.chosen().stream().allMatch(c -> c != null && c >= 0 && c < options);
        boolean fits = switch (answer.kind()) {
            case SINGLE, TRUE_FALSE -> draft.chosen().size() <= 1;
            case MULTIPLE -> true;
            case ORDER -> draft.chosen().isEmpty() || draft.chosen().size() == options;
            case SHORT, CASE -> draft.chosen().isEmpty();
        };
        if (!apart || !fits) {
            throw Problem.unprocessable(new FieldError("/chosen", "training.chosen"));
        }
        if (!answer.kind().isOpen() && draft.text() != null && !draft.text().isBlank()) {
            throw Problem.unprocessable(new FieldError("/text", "training.chosen"));
        }
    }

    Sealed seal(ExamAnswer answer, AnswerDraft draft) {
        boolean nothing = draft.chosen().isEmpty() && (draft.text() == null || draft.text().isBlank());
        return nothing ? null : words.seal(answer.staffId(), TABLE, ANSWER, answer.id(), AssessmentViews.JSON.valueToTree(draft).toString());
    }

    private AnswerDraft draft(ExamAnswer answer) {
        String text = words.open(answer.staffId(), TABLE, ANSWER, answer.id(), answer.answer());
        try {
            return text == null ? null : AssessmentViews.JSON.readValue(text, AnswerDraft.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("we have written it", impossible);
        }
    }

    /** Marks what needs nobody to read it, and what was left out. */
    void markClosed(List<ExamAnswer> all) {
        Map<UUID, Map<Integer, QuestionContent>> said = said(all);
        all.forEach(a -> {
            AnswerDraft draft = draft(a);
            if (draft == null) {
                a.mark(BigDecimal.ZERO, null, null);
            } else if (!a.kind().isOpen()) {
                List<Integer> shown = shown(a);
                List<Integer> chosen = a.kind() == QuestionKind.TRUE_FALSE ? draft.chosen() : draft.chosen().stream().map(shown::get).toList();
                a.mark(Marking.points(a.kind(), said.get(a.questionId()).get(a.questionNumber()), chosen, a.points()), null, null);
            }
        });
    }
}
