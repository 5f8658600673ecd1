package dev.pledgedesk.plugins.remote;

import com.github.cliftonlabs.json_simple.JsonArray;
import com.github.cliftonlabs.json_simple.JsonObject;
import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.util.List;
import java.util.Optional;

/** What questions of several points have in common. */
final class Questions {

    private Questions() {
    }

    static JsonObject ticket(TicketSnapshot ticket) {
        return category(with("handle", ticket.handle()).putChain("number", ticket.number()).putChain("type", ticket.type()), ticket.category()).putChain("priority", ticket.priority())
                .putChain("channel", ticket.channel()).putChain("status", ticket.status()).putChain("closed", ticket.closed()).putChain("subject", ticket.subject()).putChain("createdAt", ticket.createdAt().toString())
                .putChain("fields", fields(ticket.fields()));
    }

    static JsonArray fields(List<FieldValue> fields) {
        JsonArray all = new JsonArray();
        fields.forEach(f -> all.add(with("key", f.key()).putChain("value", f.value())));
        return all;
    }

    /** With a category, if there is one. */
    static JsonObject category(JsonObject question, Optional<String> category) {
        category.ifPresent(key -> question.put("category", key));
        return question;
    }

    /** An object that begins with something. */
    static JsonObject with(String name, Object value) {
        return new JsonObject().putChain(name, value);
    }
}
