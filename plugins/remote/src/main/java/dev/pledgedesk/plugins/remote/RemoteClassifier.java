package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketDraft;

/** A service says what tickets are about. */
record RemoteClassifier(Service service) implements TicketClassifier, Asking {

    @Override
    public Classification classify(TicketDraft ticket) throws Exception {
        Answer answer = service.ask("/classify", Questions.category(Questions.with("type", ticket.type()), ticket.category()).putChain("channel", ticket.channel()).putChain("subject", ticket.subject())
                .putChain("description", ticket.description()).putChain("fields", Questions.fields(ticket.fields())).putChain("language", ticket.language().toLanguageTag()));
        return answer.json().isEmpty() ? Classification.NONE : new Classification(answer.optional("category"), answer.optional("priority"), answer.texts("tags"), answer.bilingual("reason"));
    }
}
