package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.RequestTransaction;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.control.ConsentGate;
import dev.pledgedesk.ticket.control.FilingAdvice;
import dev.pledgedesk.ticket.control.FilingTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    @Inject
    ConsentGate gate;

    @Inject
    FilingAdvice advice;

    @Inject
    RequestTransaction requestTransaction;

    @Inject
    Caller caller;

    /** What is to be consented to in a form for this type: notices for its sensitive fields, as far as the caller, being a customer, has not given them yet. */
    public List<Consents.Notice> consents(TicketSection.TicketType type) {
        return gate.asked(type, caller.isCustomer() ? caller.id() : null);
    }

    /** Refuses a ticket exactly as filing it would; files nothing. */
    public void check(NewTicket ticket) {
        preferringKnown(ticket, () -> {
            requireForm(ticket);
            advice.checked(ticket);
            transaction.checkReferences(ticket);
            return null;
        });
    }

    /** Refuses what is wrong with a ticket, naming every field at fault. */
    private void requireForm(NewTicket ticket) {
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
        return preferringKnown(ticket, () -> {
            NewTicket advised = advised(ticket);
            requestTransaction.begin();
            return transaction.file(advised);
        });
    }

    /** The ticket as plugins want it and as they think of it, refused as filing would; for {@link #fileAlong} afterwards. Outside of transactions. */
    public NewTicket advised(NewTicket ticket) {
        requireForm(ticket);
        return advice.classified(advice.checked(ticket));
    }

    /** As {@link #file}, as a part of something greater that is under way: its transaction is open, so no plugin is asked. */
    public Filed fileAlong(NewTicket ticket) {
        return preferringKnown(ticket, () -> {
            requireForm(ticket);
            return transaction.file(ticket);
        });
    }

    /** Whatever else fails: a ticket that is there already, perhaps since this moment, or under rules of former days, is told to be there. */
    private <T> T preferringKnown(NewTicket ticket, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            if (caller.may(Permission.TICKET_CREATE) && ticket.externalId() != null) {
                transaction.requireStillNew(ticket.externalId());
            }
            throw failed;
        }
    }
}
