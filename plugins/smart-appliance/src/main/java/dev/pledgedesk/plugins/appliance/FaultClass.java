package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says by its fault code what a ticket is about and how soon somebody has to see to it. */
final class FaultClass implements TicketClassifier {

    private final FaultCodes codes;

    FaultClass(FaultCodes codes) {
        this.codes = codes;
    }

    @Override
    public Classification classify(TicketDraft ticket) {
        return codes.find(ticket.field(codes.field()), ticket.subject() + "\n" + ticket.description()).map(c -> new Classification(Optional.ofNullable(c.category()),
                Optional.of(c.urgency().name().toLowerCase(Locale.ROOT)), List.of(c.code().toLowerCase(Locale.ROOT)), new Text("Fault code " + c.code(), "故障代码 " + c.code()))).orElse(Classification.NONE);
    }
}
