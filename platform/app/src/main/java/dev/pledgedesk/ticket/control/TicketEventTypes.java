package dev.pledgedesk.ticket.control;

import dev.pledgedesk.eventing.EventTypes;
import dev.pledgedesk.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is told of tickets. */
@ApplicationScoped
public class TicketEventTypes implements EventTypes {

    @Override
    public List<String> types() {
        return List.of(TicketEvent.CREATED, TicketEvent.CHANGED, TicketEvent.MESSAGE_ADDED);
    }
}
