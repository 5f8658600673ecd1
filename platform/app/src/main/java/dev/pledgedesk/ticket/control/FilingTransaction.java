package dev.pledgedesk.ticket.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Customers.Found;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.Priority;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketFiling.Filed;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a new ticket with its first message, history, index, journal entry and event: all or nothing. */
@ApplicationScoped
@Transactional
public class FilingTransaction {

    @Inject
    TicketRows tickets;

    @Inject
    TicketNumbers numbers;

    @Inject
    TicketRelations relations;

    @Inject
    MessageWriter messages;

    @Inject
    TicketText text;

    @Inject
    TicketAssembly assembly;

    @Inject
    Customers customers;

    @Inject
    Consents consents;

    @Inject
    ConsentGate gate;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Refuses what is wrong before a number is spent on it; reads nothing but the configuration. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void check(NewTicket draft) {
        if (caller.isInside()) {
            caller.require(Permission.TICKET_CREATE);
        } else {
            requireNothingOfTheDesk(draft);
        }
        if (draft.externalId() != null && draft.externalId().isBlank()) {
            throw Problem.invalid(new FieldError("/externalId", "field.required"));
        }
        TicketType type = type(draft.type());
        knownCategory(draft.category());
        FieldValues.merge(type, Map.of(), draft.fields(), caller.isInside());
        checkRequester(draft.requester());
    }

    /** Refuses what only a look at what is there tells: a customer or a file that is not, a ticket that is. */
    public void checkReferences(NewTicket draft) {
        requireNew(draft.externalId());
        if (!caller.isCustomer()) {
            customers.check(draft.requester());
        }
        messages.checkFiles(draft.attachmentIds());
        requireConsent(type(draft.type()), draft, caller.isCustomer() ? caller.id() : draft.requester().customerId());
    }

    private void requireConsent(TicketType type, NewTicket draft, UUID requester) {
        if (draft.requester() == null || !draft.requester().anonymous()) {
            gate.require(type, draft.fields(), requester, draft.consents());
        } else if (!draft.consents().isEmpty()) {
            throw Problem.invalid(new FieldError("/consents", "field.unknown-member"));
        }
    }

    /** Refuses a ticket that the system it comes from has given us by now, whatever has become of the transaction of the request. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void requireStillNew(String externalId) {
        requireNew(externalId);
    }

    private void requireNew(String externalId) {
        if (externalId != null && tickets.isKnown(externalId)) {
            throw Problem.conflict(new FieldError("/externalId", "field.known-external-id"));
        }
    }

    /** What only staff and programs may say, read by nobody otherwise and therefore refused rather than lost. */
    private static void requireNothingOfTheDesk(NewTicket draft) {
        if (draft.externalId() != null) {
            throw Problem.invalid(new FieldError("/externalId", "field.unknown-member"));
        }
        if (draft.requester() != null && draft.requester().anonymous()) {
            throw Problem.invalid(new FieldError("/requester/anonymous", "field.unknown-member"));
        }
    }

    /** Writes the ticket. */
    public Filed file(NewTicket draft) {
        requireNew(draft.externalId());
        var config = tenants.config();
        TicketType type = type(draft.type());
        // As of nobody in particular: whether an address is known, and to what its owner has consented, is none of a guest's business.
        requireConsent(type, draft, caller.isAnonymous() ? null : caller.isCustomer() ? caller.id() : draft.requester().customerId());
        Found found = requester(draft.requester());
        UUID requester = found.id();
        // Before the ticket: its row holds the customer's, which two at once would both want for themselves alone.
        draft.consents().forEach(given -> consents.giveWith(requester, given, channel(draft), !caller.isAnonymous() || found.added()));
        Ticket ticket = new Ticket(Ids.next(), numbers.next(), type.key(), requester, channel(draft), tenants.current().configVersion(),
                config.workflowOf(type.key()).initial(), clock.now());
        ticket.callExternally(draft.externalId());
        ticket.classify(draft.category() == null ? draft.advice().category() : draft.category());
        ticket.route(type.team(), type.department());
        Priority wanted = caller.isInside() && draft.priority() != null ? draft.priority() : draft.advice().priority();
        ticket.prioritise((wanted == null ? Priority.NORMAL : wanted).key());
        List<String> tags = Stream.concat(caller.isInside() ? draft.tags().stream() : Stream.empty(), draft.advice().tags().stream()).distinct().toList();
        if (!tags.isEmpty()) {
            text.tag(ticket, tags);
        }
        text.describe(ticket, draft.subject().strip(), FieldValues.merge(type, Map.of(), draft.fields(), caller.isInside()));
        write(ticket, draft.description(), draft.attachmentIds());
        if (!draft.advice().by().isEmpty()) {
            journal.write(new Journal.Entry(caller.actor(), "ticket.classified", "ticket", ticket.id(), advised(ticket, draft.advice())));
        }
        // Who writes a mail address into a form has not proved that it is his, so its link goes to the mailbox alone; a guest with nothing but a
        // phone number is always somebody new and has no other way to come back.
        boolean byPhone = caller.isAnonymous() && (draft.requester().email() == null || draft.requester().email().isBlank());
        return new Filed(assembly.fresh(ticket), byPhone ? customers.linkTo(requester, ticket.id()) : null);
    }

    private static Map<String, Object> advised(Ticket ticket, NewTicket.Advice advice) {
        Map<String, Object> facts = new TreeMap<>(Map.of("by", advice.by(), "priority", ticket.priority()));
        if (ticket.category() != null) {
            facts.put("category", ticket.category());
        }
        return facts;
    }

    /** A new ticket of the same requester out of one message of another; both are linked. */
    public Ticket splitOff(Ticket origin, String subject, String typeKey, String body) {
        TicketType type = type(typeKey == null ? origin.type() : typeKey);
        Ticket ticket = new Ticket(Ids.next(), numbers.next(), type.key(), origin.requesterId(), origin.channel(), tenants.current().configVersion(),
                tenants.config().workflowOf(type.key()).initial(), clock.now());
        ticket.route(type.team(), type.department());
        ticket.classify(origin.category());
        // Fields that the type asks for cannot be asked of a split; staff fill them in.
        text.describe(ticket, subject, Map.of());
        write(ticket, body, List.of());
        relations.link(ticket.id(), origin.id(), "split-from");
        return ticket;
    }

    private void write(Ticket ticket, String body, List<UUID> attachmentIds) {
        tickets.add(ticket);
        tickets.flush();
        messages.write(ticket, new MessageWriter.Draft(false, body, ticket.channel(), attachmentIds, null, null), true);
        journal.write(new Journal.Entry(caller.actor(), "ticket.created", "ticket", ticket.id(),
                Map.of("number", ticket.number(), "type", ticket.type(), "channel", ticket.channel())));
        outbox.publish(new TicketEvent.Created(ticket.id(), ticket.number(), ticket.type(), ticket.requesterId(), ticket.channel()), caller.actor());
    }

    private TicketType type(String key) {
        return tenants.config().ticketType(key).filter(t -> t.portal() || caller.isInside())
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/type", "field.unknown-key", key)));
    }

    private void knownCategory(String key) {
        if (key != null && tenants.config().tickets().categories().stream().noneMatch(c -> c.key().equals(key))) {
            throw Problem.unprocessable(new FieldError("/category", "field.unknown-key", key));
        }
    }

    private Found requester(Requester requester) {
        return caller.isCustomer() ? new Found(caller.id(), false) : customers.findOrAdd(requester, caller.isInside());
    }

    private void checkRequester(Requester requester) {
        if (caller.isCustomer()) {
            if (caller.ticketId() != null) {
                throw Problem.denied();
            }
            return;
        }
        if (requester == null || requester.customerId() != null && !caller.isInside()) {
            throw Problem.invalid(new FieldError("/requester", "field.contact-missing"));
        }
        if (requester.anonymous() && requester.isNamed()) {
            throw Problem.invalid(new FieldError("/requester/anonymous", "field.anonymous-alone"));
        }
    }

    private String channel(NewTicket draft) {
        return caller.isInside() && draft.channel() != null ? draft.channel() : caller.isInside() ? "api" : "portal";
    }
}
