package dev.pledgedesk.plugins.remote;

import com.github.cliftonlabs.json_simple.JsonObject;
import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.TicketPanel;
import java.util.List;

/**
 * A service shows something beside a ticket.
 *
 * @param place {@code console} or {@code portal}
 */
record RemotePanel(Service service, String place) implements TicketPanel, Asking {

    @Override
    public Panel show(Question question) throws Exception {
        Answer answer = service.ask("/panel", asked(question));
        return new Panel(answer.bilingual("title"), answer.list("blocks", RemotePanel::block));
    }

    private static Block block(Answer block) {
        return switch (block.text("kind")) {
            case "facts" -> new Facts(block.facts());
            case "table" -> block.table();
            case "note" -> note(block);
            case "action" -> new Action(block.text("id"), block.bilingual("label"), block.list("inputs", i -> new Input(i.text("key"), i.bilingual("label"), i.yes("required"))));
            default -> throw new IllegalArgumentException("kind is none of facts, table, note and action");
        };
    }

    private static Note note(Answer note) {
        return new Note(note.bilingual("text"), note.yes("warning"));
    }

    @Override
    public Note act(String action, List<FieldValue> inputs, Question question) throws Exception {
        return note(service.ask("/panel-action", asked(question).putChain("action", action).putChain("inputs", Questions.fields(inputs))));
    }

    private JsonObject asked(Question question) {
        return Questions.with("place", place).putChain("ticket", Questions.ticket(question.ticket())).putChain("language", question.language().toLanguageTag());
    }
}
