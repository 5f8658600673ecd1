package dev.pledgedesk.inbound.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.inbound.InboundState;
import dev.pledgedesk.inbound.control.InboundText.Words;
import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.Belonging;
import dev.pledgedesk.ticket.Belonging.Place;
import dev.pledgedesk.ticket.NewTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** What staff decide about a message that waits. */
@ApplicationScoped
@Transactional
public class Decisions {

    @Inject
    InboundRows rows;

    @Inject
    InboundText text;

    @Inject
    Intake intake;

    @Inject
    Draft draft;

    @Inject
    Attachments attachments;

    @Inject
    Belonging belonging;

    @Inject
    Customers customers;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    /** It joins a ticket. */
    public InboundMessage join(UUID id, Long version, String number) {
        InboundMessage row = waiting(id, version);
        Place place = belonging.number(number.strip()).orElseThrow(() -> Problem.unprocessable(new FieldError("/number", "field.unknown-key", number)));
        Words said = text.open(row);
        UUID sender = customers.known(row.isMail() ? said.sender() : null, row.isMail() ? null : said.sender()).orElse(null);
        if (place.requesterId().equals(sender) && !place.answered()) {
            throw Problem.of(Problem.Kind.CONFLICT, "ticket.closed-for-replies");
        }
        intake.join(row, place.ticketId(), place.requesterId(), sender);
        return noted(row);
    }

    /** It becomes a ticket. */
    public InboundMessage file(UUID id, Long version) {
        InboundMessage row = waiting(id, version);
        Words said = text.open(row);
        NewTicket ticket = draft.ticket(row.channel(), row.isNobodys() ? null : row.personId(), row.isMail(), said.sender(), said.senderName(), said.subject(), said.body(), attachments.waiting(row.files()))
                .orElseThrow(() -> Problem.of(Problem.Kind.CONFLICT, "incoming.no-type"));
        intake.file(row, ticket);
        return noted(row);
    }

    /** It is put away. */
    public InboundMessage dismiss(UUID id, Long version) {
        InboundMessage row = waiting(id, version);
        intake.dismiss(row);
        return noted(row);
    }

    private InboundMessage waiting(UUID id, Long version) {
        InboundMessage row = rows.held(id);
        row.requireVersion(version);
        if (row.state() != InboundState.HELD || row.body() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "incoming.decided");
        }
        return row;
    }

    private InboundMessage noted(InboundMessage row) {
        journal.write(new Journal.Entry(caller.actor(), "inbound." + row.state().key(), "inbound-message", row.id(), row.ticketId() == null ? Map.of() : Map.of("ticket", row.ticketId().toString())));
        rows.flush();
        return row;
    }
}
