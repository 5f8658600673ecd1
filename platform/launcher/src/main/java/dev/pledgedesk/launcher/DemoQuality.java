package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.CorrectiveActionsApi;
import dev.pledgedesk.client.api.EvaluationsApi;
import dev.pledgedesk.client.model.Evaluation;
import dev.pledgedesk.client.model.EvaluationAnswer;
import dev.pledgedesk.client.model.NewCorrectiveAction;
import dev.pledgedesk.client.model.NewEvaluation;
import dev.pledgedesk.client.model.NewEvaluationResult;
import dev.pledgedesk.client.model.NewMissedCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The evaluation of this half-year at one demo tenant, under way, each answer by whose it is; nothing is done where there is one already. */
final class DemoQuality {

    private static final int MOST = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The secret in the link of a letter. */
    private static final Pattern SECRET = Pattern.compile("(?<=/questionnaires/)[\\w-]+");

    private final DemoData data;
    private final DemoPeople people;
    private final EvaluationsApi inspector;

    /**
     * Prepares it.
     *
     * @param data   what there is to be
     * @param people who is at the desk
     */
    DemoQuality(DemoData data, DemoPeople people) {
        this.data = data;
        this.people = people;
        this.inspector = new EvaluationsApi(people.member(data.quality().by()));
    }

    void play() {
        if (!call("evaluations", () -> inspector.listEvaluations(1, null)).getItems().isEmpty()) {
            return;
        }
        Evaluation begun = call("beginning", () -> inspector.beginEvaluation(new NewEvaluation().standard(data.quality().standard()).day(LocalDate.now(ZONE)), DemoPeople.key()));
        letters();
        List<EvaluationAnswer> asked = call("answers", () -> inspector.listEvaluationAnswers(begun.getId(), false, MOST, null)).getItems();
        Iterator<DemoData.Said> calls = data.quality().calls().iterator();
        asked.stream().filter(a -> a.getTeam() == null).takeWhile(a -> calls.hasNext()).forEach(a -> call(a.getId(), calls.next()));
        data.quality().visits().forEach(visit -> asked.stream().filter(a -> visit.team().equals(a.getTeam())).findFirst()
            .ifPresent(a -> call("visit of " + visit.team(), () -> inspector.recordEvaluationAnswer(a.getId(), result(visit), DemoPeople.key()))));
        act(begun);
    }

    /** Customers answer by the links in their letters. */
    private void letters() {
        var customer = new EvaluationsApi(people.nobody());
        Iterator<DemoData.Said> letters = data.quality().letters().iterator();
        people.mailed(data.tenant() + ": letters", SECRET).stream().takeWhile(secret -> letters.hasNext())
            .forEach(secret -> call("letter", () -> customer.answerQuestionnaire(secret, result(letters.next()), DemoPeople.key())));
    }

    private void call(UUID answer, DemoData.Said said) {
        call("call", () -> said.missed() ? inspector.missEvaluationCall(answer, new NewMissedCall().forGood(false), DemoPeople.key())
            : inspector.recordEvaluationAnswer(answer, result(said), DemoPeople.key()));
    }

    private void act(Evaluation evaluation) {
        DemoData.Action action = data.quality().action();
        Instant due = Instant.now().plus(Duration.ofDays(action.days()));
        var actions = new CorrectiveActionsApi(people.member(data.quality().by()));
        call("action", () -> actions.openCorrectiveAction(new NewCorrectiveAction().cause(action.cause()).title(action.title()).plan(action.plan()).ownerId(people.id(action.owner())).dueAt(due)
            .checkAt(due.plus(Duration.ofDays(action.checkDays()))).evaluationId(evaluation.getId()), DemoPeople.key()));
    }

    private static NewEvaluationResult result(DemoData.Said said) {
        return new NewEvaluationResult().marks(said.marks()).words(said.words());
    }

    private <T> T call(String what, DemoPeople.Call<T> call) {
        return DemoPeople.call(data.tenant() + ": demo/quality.yaml, " + what, call);
    }
}
