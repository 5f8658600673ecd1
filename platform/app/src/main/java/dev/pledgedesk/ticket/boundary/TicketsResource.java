package dev.pledgedesk.ticket.boundary;

import dev.pledgedesk.api.TicketsApi;
import dev.pledgedesk.api.model.BulkChange;
import dev.pledgedesk.api.model.BulkItem;
import dev.pledgedesk.api.model.BulkResult;
import dev.pledgedesk.api.model.HistoryPage;
import dev.pledgedesk.api.model.Merge;
import dev.pledgedesk.api.model.Message;
import dev.pledgedesk.api.model.MessageKind;
import dev.pledgedesk.api.model.MessagePage;
import dev.pledgedesk.api.model.NewLink;
import dev.pledgedesk.api.model.NewMessage;
import dev.pledgedesk.api.model.NewTicket;
import dev.pledgedesk.api.model.NewTicketOpening;
import dev.pledgedesk.api.model.OpenTicket;
import dev.pledgedesk.api.model.Priority;
import dev.pledgedesk.api.model.Split;
import dev.pledgedesk.api.model.StatusCategory;
import dev.pledgedesk.api.model.Ticket;
import dev.pledgedesk.api.model.TicketChange;
import dev.pledgedesk.api.model.TicketOrder;
import dev.pledgedesk.api.model.TicketPage;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Requesters;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.BeginsLater;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.OwnTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.limits.Charged;
import dev.pledgedesk.limits.Quota;
import dev.pledgedesk.rest.Enums;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.Replies;
import dev.pledgedesk.ticket.HistoryLine;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import dev.pledgedesk.ticket.TicketSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Tickets over REST. */
@RequestScoped
public class TicketsResource implements TicketsApi {

    @Inject
    TicketFiling filing;

    @Inject
    TicketReading reading;

    @Inject
    TicketChanges changes;

    @Inject
    Replies replies;

    @Inject
    Caller caller;

    @Inject
    RequestLanguage language;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TICKET_READ)
    public TicketPage listTickets(String q, String status, List<StatusCategory> statusCategory, String type, String category, Priority priority,
            String team, String department, String assigneeId, UUID requesterId, String tag, String externalId, TicketOrder sort, Integer pageSize, String pageAfter) {
        boolean nobody = "none".equals(assigneeId);
        UUID assignee = "me".equals(assigneeId) ? caller.id() : nobody || assigneeId == null ? null : Ids.parse(assigneeId)
                .orElseThrow(() -> Problem.invalid(new FieldError("/assigneeId", "field.wrong")));
        List<TicketSection.StatusCategory> categories = statusCategory == null ? List.of() : statusCategory.stream()
                .map(c -> TicketSection.StatusCategory.valueOf(c.toString().toUpperCase(Locale.ROOT).replace('-', '_'))).toList();
        Page<TicketSummary> page = reading.page(new TicketFilter(q, status, categories, type, category, priority(priority), team, department, assignee,
                nobody, requesterId, tag, externalId, order(sort)), PageRequest.of(pageSize, pageAfter));
        return new TicketPage().items(page.items().stream().map(TicketAnswers::summary).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    private static TicketFilter.Order order(TicketOrder sort) {
        return sort == null ? null : switch (sort) {
            case _CREATED_AT -> TicketFilter.Order.NEWEST;
            case CREATED_AT -> TicketFilter.Order.OLDEST;
            case _UPDATED_AT -> TicketFilter.Order.LAST_UPDATED;
            case UPDATED_AT -> TicketFilter.Order.FIRST_UPDATED;
        };
    }

    @Override
    @Public
    @BeginsLater
    @Charged(Quota.TICKETS)
    public Ticket createTicket(NewTicket body, String idempotencyKey) {
        return TicketAnswers.ticket(filing.file(draft(body)).ticket());
    }

    @Override
    @BeginsLater
    @Allowed(Permission.TICKET_CREATE)
    public void checkTicket(NewTicket body) {
        filing.check(draft(body));
    }

    private static dev.pledgedesk.ticket.NewTicket draft(NewTicket body) {
        return new dev.pledgedesk.ticket.NewTicket(body.getType(), body.getCategory(), body.getSubject(), body.getDescription(),
                priority(body.getPriority()), Enums.key(body.getChannel()), Requesters.of(body.getRequester()), body.getFields(), body.getTags(), body.getAttachmentIds(),
                body.getExternalId(), body.getConsents() == null ? null
                        : body.getConsents().stream().map(c -> new Consents.Given(c.getKey(), c.getVersion(), c.getDigest(), c.getGuardian())).toList());
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public Ticket getTicket(UUID ticketId) {
        return TicketAnswers.ticket(reading.get(ticketId));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public Ticket changeTicket(UUID ticketId, TicketChange body, String ifMatch) {
        return TicketAnswers.ticket(changes.change(ticketId, ETags.required(ifMatch), change(body)));
    }

    @Override
    @OwnTransactions
    @Allowed(Permission.TICKET_WRITE)
    public BulkResult changeTickets(BulkChange body, String idempotencyKey) {
        return new BulkResult().items(changes.changeAll(body.getTicketIds(), change(body.getChange()), language.messages()).stream()
                .map(o -> new BulkItem().ticketId(o.ticketId()).done(o.problem() == null).problem(o.problem())).toList());
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public MessagePage listMessages(UUID ticketId, Integer pageSize, String pageAfter) {
        Page<MessageView> page = reading.messages(ticketId, PageRequest.of(pageSize, pageAfter));
        return new MessagePage().items(page.items().stream().map(TicketAnswers::message).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @BeginsLater
    @Allowed(Permission.TICKET_REPLY)
    public Message createMessage(UUID ticketId, NewMessage body, String idempotencyKey) {
        return TicketAnswers.message(replies.add(ticketId, new Conversation.NewMessage(body.getKind() == MessageKind.INTERNAL_NOTE, body.getBody(),
                Enums.key(body.getChannel()), body.getStatus(), body.getAttachmentIds(), body.getPromisedAt(), body.getAppointmentAt()), Boolean.TRUE.equals(body.getRemarksHeard())));
    }

    @Override
    @Allowed(Permission.CUSTOMER_READ)
    public OpenTicket openTicket(UUID ticketId, NewTicketOpening body, String idempotencyKey) {
        return TicketAnswers.opened(reading.open(ticketId, ReadingPurpose.of(body.getPurpose().value()), body.getReason()));
    }

    @Override
    @Allowed(Permission.TICKET_HISTORY)
    public HistoryPage listHistory(UUID ticketId, Integer pageSize, String pageAfter) {
        Page<HistoryLine> page = reading.history(ticketId, PageRequest.of(pageSize, pageAfter));
        return new HistoryPage().items(page.items().stream().map(TicketAnswers::change).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public void addWatcher(UUID ticketId, UUID staffId) {
        changes.watch(ticketId, staffId);
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public void removeWatcher(UUID ticketId, UUID staffId) {
        changes.unwatch(ticketId, staffId);
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public void createLink(UUID ticketId, NewLink body, String idempotencyKey) {
        changes.link(ticketId, body.getTicketId(), body.getKind().toString());
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public void removeLink(UUID ticketId, UUID otherTicketId) {
        changes.unlink(ticketId, otherTicketId);
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public Ticket mergeTicket(UUID ticketId, Merge body, String ifMatch, String idempotencyKey) {
        return TicketAnswers.ticket(changes.merge(ticketId, ETags.required(ifMatch), body.getIntoTicketId()));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public Ticket splitTicket(UUID ticketId, Split body, String idempotencyKey) {
        return TicketAnswers.ticket(changes.split(ticketId, body.getMessageId(), body.getSubject(), body.getType()));
    }

    private static dev.pledgedesk.ticket.TicketChange change(TicketChange c) {
        return new dev.pledgedesk.ticket.TicketChange(c.getStatus(), priority(c.getPriority()), c.getCategory(), c.getSubject(), c.getAssigneeId(),
                c.getTeam(), c.getDepartment(), c.getTags(), c.getFields());
    }

    private static dev.pledgedesk.ticket.Priority priority(Priority priority) {
        return priority == null ? null : dev.pledgedesk.ticket.Priority.valueOf(priority.name());
    }
}
