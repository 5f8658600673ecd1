package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says by its words which kind of dispute a ticket is. */
final class DisputeClass implements TicketClassifier {

    private final Disputes disputes;

    DisputeClass(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public Classification classify(TicketDraft ticket) {
        String said = (ticket.subject() + "\n" + ticket.description()).toLowerCase(Locale.ROOT);
        return disputes.kinds().stream().filter(kind -> kind.words().stream().anyMatch(word -> said.contains(word.toLowerCase(Locale.ROOT)))).findFirst()
                .map(kind -> new Classification(Optional.of(kind.category()), Optional.of(kind.urgency().name().toLowerCase(Locale.ROOT)), List.of(), new Text("Words of the ticket", "工单用词"))).orElse(Classification.NONE);
    }
}
