package dev.pledgedesk.ticket;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.ticket.control.FilingTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Files tickets: by customers and guests on the portal, by staff and programs in a customer's name. */
@ApplicationScoped
public class TicketFiling {

    /** Longest subject, characters. */
    public static final int MAX_SUBJECT = 200;
    /** Longest message, characters; a search index holds positions up to about this. */
    public static final int MAX_BODY = 16_000;

    /**
     * A filed ticket.
     *
     * @param link token with which a guest without a mail address can follow the ticket; null for everybody else, to whom it is mailed or who can sign in
     */
    public record Filed(TicketDetails ticket, String link) {
    }

    @Inject
    FilingTransaction transaction;

    /** Refuses what is wrong with a ticket, naming every field at fault; files nothing. */
    public void check(NewTicket ticket) {
        List<FieldError> errors = new ArrayList<>();
        if (ticket.subject().isBlank()) {
            errors.add(new FieldError("/subject", "field.required"));
        }
        if (ticket.description().isBlank()) {
            errors.add(new FieldError("/description", "field.required"));
        }
        try {
            transaction.check(ticket);
        } catch (Problem refused) {
            if (errors.isEmpty() || refused.errors().isEmpty()) {
                throw refused;
            }
            errors.addAll(refused.errors());
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Files a ticket; problems name the fields at fault. */
    public Filed file(NewTicket ticket) {
        if (ticket.subject().isBlank() || ticket.description().isBlank()) {
            check(ticket);
        }
        try {
            return transaction.file(ticket);
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failed) {
            // Somebody else may have filed it at the same moment: that is told like any other ticket that is there already.
            transaction.requireNew(ticket.externalId());
            throw failed;
        }
    }
}
