package dev.pledgedesk.bench.plugin;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classifiers that look at a ticket and have no opinion, suggesters that suggest nothing, and three that are nothing but trouble. */
public final class IdlePlugin implements DeskPlugin {

    /** How many of each it offers. */
    public static final int CLASSIFIERS = 5;
    public static final int SUGGESTERS = 20;

    private static final long FOR_EVER = 3_600_000;

    /** Nothing can be set. */
    record Settings() {
    }

    @Override
    public List<Contribution<?, ?>> contributions() {
        List<Contribution<?, ?>> all = new ArrayList<>();
        for (int i = 1; i <= CLASSIFIERS; i++) {
            all.add(new Contribution<>(ExtensionPoint.TICKET_CLASSIFIER, "classifier-" + i, Text.same("Classifier"), Settings.class, (settings, context) -> (TicketClassifier) ticket ->
                    ticket.subject().contains("urgent") ? new TicketClassifier.Classification(Optional.empty(), Optional.empty(), List.of("urgent"), Text.same("says so")) : TicketClassifier.Classification.NONE));
        }
        for (int i = 1; i <= SUGGESTERS; i++) {
            all.add(new Contribution<>(ExtensionPoint.ANSWER_SUGGESTER, "suggester-" + i, Text.same("Suggester"), Settings.class, (settings, context) -> (AnswerSuggester) question -> List.of()));
        }
        all.add(trouble("loops", question -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            throw new InterruptedException();
        }));
        all.add(trouble("sleeps", question -> {
            Thread.sleep(FOR_EVER);
            return List.of();
        }));
        all.add(trouble("throws", question -> {
            throw new IllegalStateException("as always");
        }));
        return all;
    }

    private static Contribution<AnswerSuggester, Settings> trouble(String id, AnswerSuggester suggester) {
        return new Contribution<>(ExtensionPoint.ANSWER_SUGGESTER, id, Text.same("Trouble"), Settings.class, (settings, context) -> suggester);
    }
}
