package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.ticket.control.SearchText;
import dev.pledgedesk.ticket.control.TicketAccess;
import dev.pledgedesk.ticket.control.TicketAssembly;
import dev.pledgedesk.ticket.control.TicketText;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketChangeRow;
import dev.pledgedesk.ticket.entity.TicketIndex;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRow;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows tickets to whoever may see them: staff all, customers their own, holders of a link one. */
@ApplicationScoped
@Transactional
public class TicketReading {

    private static final int SEARCH_STEP = 100;
    private static final int SEARCH_STEPS = 50;

    @Inject
    TicketRows tickets;

    @Inject
    MessageRows messages;

    @Inject
    TicketRelations relations;

    @Inject
    TicketIndex index;

    @Inject
    BlindIndex blindIndex;

    @Inject
    TicketAccess access;

    @Inject
    TicketAssembly assembly;

    @Inject
    TicketText text;

    @Inject
    Readings readings;

    @Inject
    Caller caller;

    /** A page of the list; with words, a search, newest first. */
    public Page<TicketSummary> page(TicketFilter wanted, PageRequest request) {
        caller.require(Permission.TICKET_READ);
        TicketFilter filter = caller.isInside() ? wanted : wanted.ofRequester(caller.id());
        if (caller.ticketId() != null) {
            return new Page<>(assembly.summaries(tickets.rows(List.of(caller.ticketId()))), null);
        }
        TicketFilter byToken = filter.tag() == null ? filter : filter.withTag(text.tagToken(filter.tag()));
        Page<TicketRow> rows = filter.words() == null ? tickets.page(byToken, request) : search(byToken, request);
        return new Page<>(assembly.summaries(rows.items()), rows.next());
    }

    private Page<TicketRow> search(TicketFilter filter, PageRequest request) {
        List<TicketRow> found = new ArrayList<>();
        if (request.after() == null) {
            tickets.byNumber(filter.words().toUpperCase(java.util.Locale.ROOT)).filter(access::sees)
                    .ifPresent(t -> found.addAll(tickets.rows(List.of(t.id()))));
        }
        String query = SearchText.query(blindIndex::token, filter.words());
        if (query == null || !found.isEmpty()) {
            return new Page<>(found, null);
        }
        index.planForValues();
        TicketFilter newest = filter.withoutWords();
        UUID requester = caller.isInside() ? null : caller.id();
        UUID before = Ids.parse(request.after()).orElse(null);
        boolean more = true;
        for (int step = 0; more && step < SEARCH_STEPS && found.size() <= request.size(); step++) {
            int asked = step == 0 ? Math.min(request.size() + 1, SEARCH_STEP) : SEARCH_STEP;
            List<UUID> ids = index.search(query, requester, before, asked);
            if (!ids.isEmpty()) {
                found.addAll(tickets.page(newest, new PageRequest(SEARCH_STEP, null), ids).items());
            }
            more = ids.size() == asked;
            before = more ? ids.get(ids.size() - 1) : before;
        }
        Page<TicketRow> page = Page.of(found.size() > request.size() ? found.subList(0, request.size() + 1) : found, request.size(), r -> r.id().toString());
        // A filter that lets hardly anything pass: this page ends early, the next one goes on from here.
        return page.hasMore() || !more ? page : new Page<>(page.items(), before.toString());
    }

    /** One ticket, refused as not found if the caller may not see it. */
    public TicketDetails get(UUID id) {
        caller.require(Permission.TICKET_READ);
        return assembly.details(access.visible(id));
    }

    /**
     * What is personal in a ticket, with its requester's contacts: one opening, noted as in {@link Readings#open}.
     *
     * @param reason null where the ticket itself, or a visit for it, is the purpose
     */
    public OpenTicket open(UUID id, ReadingPurpose purpose, String reason) {
        caller.require(Permission.TICKET_READ);
        Ticket ticket = access.visible(id);
        Map<String, Object> fields = assembly.personalFields(ticket);
        CustomerView requester = readings.open(ticket.requesterId(), new Readings.Why(purpose, purpose.isOfTicket() ? id : null, reason),
                fields.keySet().stream().map(key -> "fields." + key).toList());
        return new OpenTicket(requester, fields);
    }

    /** What was said, oldest first; customers do not see internal notes. */
    public Page<MessageView> messages(UUID id, PageRequest request) {
        caller.require(Permission.TICKET_READ);
        Ticket ticket = access.visible(id);
        Page<Message> page = messages.page(ticket.id(), caller.isInside(), request);
        return new Page<>(assembly.messages(ticket, page.items()), page.next());
    }

    /** Every change, newest first; for staff. */
    public Page<HistoryLine> history(UUID id, PageRequest request) {
        caller.require(Permission.TICKET_HISTORY);
        Ticket ticket = access.visible(id);
        Page<TicketChangeRow> page = relations.changes(ticket.id(), request);
        return new Page<>(assembly.history(ticket, page.items()), page.next());
    }
}
