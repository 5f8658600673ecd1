package dev.pledgedesk.quality.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.quality.Evaluations.Answer;
import dev.pledgedesk.quality.Evaluations.Questionnaire;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.quality.entity.EvaluationAnswer;
import dev.pledgedesk.quality.entity.EvaluationAnswers;
import dev.pledgedesk.quality.entity.EvaluationRun;
import dev.pledgedesk.quality.entity.EvaluationRuns;
import dev.pledgedesk.tenancy.QualitySection.Method;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.TicketWork;
import dev.pledgedesk.training.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** What customers answer and staff see, each one transaction with its journal entry. */
@ApplicationScoped
@Transactional
public class AnswerTransactions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE = "evaluation_answer";
    private static final TextBounds WORDS = new TextBounds(0, 2000);

    @Inject
    EvaluationAnswers answers;

    @Inject
    EvaluationRuns runs;

    @Inject
    EvaluationTransactions evaluations;

    @Inject
    TicketWork tickets;

    @Inject
    PersonalData personalData;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Marks of one by item; empty until it is there. */
    static Map<String, Integer> marks(EvaluationAnswer answer) {
        return answer.marks() == null ? Map.of() : JSON.convertValue(answer.marks(), new TypeReference<TreeMap<String, Integer>>() { });
    }

    public Page<Answer> page(UUID run, boolean openOnly, PageRequest request) {
        return views(runs.get(run), answers.page(run, openOnly, request));
    }

    public Page<Answer> answered(UUID run, PageRequest request) {
        return views(runs.get(run), answers.answered(run, request));
    }

    private Page<Answer> views(EvaluationRun evaluation, Page<EvaluationAnswer> page) {
        personalData.fetch(page.items().stream().map(EvaluationAnswer::person).distinct().toList());
        Map<UUID, String> numbers = tickets.numbers(page.items().stream().map(EvaluationAnswer::ticketId).filter(Objects::nonNull).toList());
        return page.map(a -> view(a, evaluation, numbers));
    }

    public Answer get(UUID id) {
        return view(answers.get(id));
    }

    /** What was said on the phone or seen on site; not by whoever is in the team. */
    public Answer record(UUID id, Map<String, Integer> marks, String words) {
        EvaluationAnswer answer = byStaff(id);
        if (answer.ticketId() != null && caller.staffId().equals(tickets.solvedBy(answer.ticketId()))) {
            throw Problem.of(Problem.Kind.DENIED, "quality.own-customer");
        }
        if (answer.team() != null && staff.get(caller.staffId()).teams().contains(answer.team())) {
            throw Problem.of(Problem.Kind.DENIED, "quality.own-team");
        }
        put(answer, marks, words, caller.actor());
        return view(answer);
    }

    /** He was not reached, perhaps for good. */
    public Answer miss(UUID id, boolean forGood) {
        EvaluationAnswer answer = byStaff(id);
        if (answer.customerId() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "quality.not-called");
        }
        answer.tryAgain();
        if (forGood) {
            answer.miss();
        }
        answers.flush();
        journal.write(new Journal.Entry(caller.actor(), forGood ? "evaluation.missed" : "evaluation.tried", TABLE, id, Map.of("evaluation", answer.runId(), "part", answer.part())));
        return view(answer);
    }

    /** What the customer of the request has answered: of which ticket, to which question what, and his words. */
    public List<Map<String, Object>> takenAlong() {
        return answers.ofCustomer(caller.id()).stream().map(this::view).map(a -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ticket", a.number());
            row.put("at", a.answeredAt());
            Map<String, String> said = new LinkedHashMap<>();
            a.part().items().stream().filter(i -> a.marks().containsKey(i.key())).forEach(i -> said.put(i.name().in(language.locale()), a.part().answers().get(a.marks().get(i.key())).in(language.locale())));
            row.put("answers", said);
            row.put("words", a.words());
            return row;
        }).toList();
    }

    private EvaluationAnswer byStaff(UUID id) {
        EvaluationAnswer answer = answers.held(id);
        EvaluationRun run = runs.get(answer.runId());
        run.requireOpen();
        if (part(answer, run).method() == Method.QUESTIONNAIRE) {
            throw Problem.of(Problem.Kind.CONFLICT, "quality.answers-himself");
        }
        return answer;
    }

    /** What there is under a secret. */
    public Questionnaire questionnaire(String secret) {
        return asked(answers.withHash(Sha256.of(secret)).orElseThrow(Problem::notFound));
    }

    /** The customer answers. */
    public Questionnaire fill(String secret, Map<String, Integer> marks, String words) {
        EvaluationAnswer answer = answers.held(Sha256.of(secret)).orElseThrow(Problem::notFound);
        Questionnaire asked = asked(answer);
        if (!asked.open()) {
            throw Problem.of(Problem.Kind.CONFLICT, asked.answered() ? "quality.answered-already" : "quality.questionnaire-over");
        }
        put(answer, marks, words, "customer/" + answer.customerId());
        return asked(answer);
    }

    private Questionnaire asked(EvaluationAnswer answer) {
        EvaluationRun run = runs.get(answer.runId());
        boolean open = run.isOpen() && answer.state() == State.OPEN && clock.now().isBefore(run.dueAt()) && !personalData.isForgotten(answer.customerId());
        return new Questionnaire(part(answer, run), tickets.numbers(List.of(answer.ticketId())).get(answer.ticketId()), open, answer.state() == State.ANSWERED);
    }

    private void put(EvaluationAnswer answer, Map<String, Integer> marks, String said, String actor) {
        Part part = part(answer, runs.get(answer.runId()));
        String words = WORDS.take(said, "/words");
        BigDecimal score = MarkScale.score(part, marks);
        boolean failed = !part.asks() && Points.isVoid(part.items(), marks);
        answer.answer(JSON.valueToTree(marks), failed ? BigDecimal.ZERO : score, failed, words.isEmpty() ? null : personalData.seal(answer.person(), place(answer.id()), words), actor, clock.now());
        answers.flush();
        journal.write(new Journal.Entry(actor, "evaluation.answered", TABLE, answer.id(), Map.of("evaluation", answer.runId(), "part", answer.part())));
    }

    private Part part(EvaluationAnswer answer, EvaluationRun run) {
        return evaluations.standard(run).part(answer.part()).orElseThrow();
    }

    private Answer view(EvaluationAnswer a) {
        return view(a, runs.get(a.runId()), a.ticketId() == null ? Map.of() : tickets.numbers(List.of(a.ticketId())));
    }

    private Answer view(EvaluationAnswer a, EvaluationRun run, Map<UUID, String> numbers) {
        return new Answer(a.id(), a.runId(), part(a, run), a.customerId(), a.ticketId(), a.ticketId() == null ? null : numbers.get(a.ticketId()), a.team(), a.state(), a.tries(), marks(a), a.score(), a.failed(),
                personalData.open(a.person(), place(a.id()), a.words()), a.answeredBy(), a.answeredAt());
    }

    private static Place place(UUID row) {
        return new Place(TABLE, "words", row);
    }
}
