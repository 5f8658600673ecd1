package dev.pledgedesk.console;

import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.HistoryLine;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.OpenTicket;
import dev.pledgedesk.ticket.SavedViews;
import dev.pledgedesk.ticket.TicketAction;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketExtras;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import dev.pledgedesk.ticket.TicketSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts a ticket's page together, whichever form of it was sent. */
@RequestScoped
public class TicketScreen {

    private static final int MOST_MESSAGES = 500;
    private static final int HISTORY = 50;
    private static final int OTHERS = 6;

    @Inject
    TicketReading reading;

    @Inject
    TicketExtras extras;

    @Inject
    SavedViews savedViews;

    @Inject
    Attachments attachments;

    @Inject
    Colleagues colleagues;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    Promises promises;

    @Inject
    ComplaintDesk complaints;

    @Inject
    Customers customers;

    @Inject
    ClockLines clocks;

    @Inject
    Names names;

    @Inject
    Caller caller;

    @Inject
    Site site;

    /** The page with its conversation, and a form that was refused. */
    HtmlPage page(UUID id, FormState form) {
        return HtmlPage.of("console/ticket.jte", view(id, form, null, null));
    }

    /** The page with its conversation and what is personal in it. */
    HtmlPage opened(UUID id, OpenTicket opened) {
        return HtmlPage.of("console/ticket.jte", view(id, FormState.NONE, opened, null));
    }

    /** The page with its changes, from a cursor on; an empty one is the start. */
    HtmlPage history(UUID id, String after) {
        return HtmlPage.of("console/ticket.jte", view(id, FormState.NONE, null, after == null ? "" : after));
    }

    /** The conversation alone. */
    HtmlPage conversation(UUID id) {
        return HtmlPage.of("console/heard.jte", view(id, FormState.NONE, null, null));
    }

    /** The ticket of a number, if there is one. */
    Optional<TicketSummary> byNumber(String number) {
        String wanted = number.strip().toUpperCase(java.util.Locale.ROOT);
        TicketFilter filter = new TicketFilter(wanted, null, List.of(), null, null, null, null, null, null, false, null, null, null, null);
        return wanted.isEmpty() ? Optional.empty()
                : reading.page(filter, PageRequest.first(1)).items().stream().filter(t -> t.number().equals(wanted)).findFirst();
    }

    private List<TicketSection.CustomerGroup> groups() {
        return tenants.config().tickets().customerGroups();
    }

    private boolean mayComplain(List<ComplaintSummary> complained) {
        return caller.may(Permission.COMPLAINT_FILE) && !tenants.config().regimes().isEmpty() && complained.stream().allMatch(c -> c.outcome() != null);
    }

    private TicketView view(UUID id, FormState form, OpenTicket opened, String historyAfter) {
        TicketDetails ticket = reading.get(id);
        TenantConfig config = tenants.config(ticket.configVersion());
        TicketSection.Workflow workflow = config.workflowOf(ticket.type());
        TicketSection.Status now = workflow.status(ticket.status()).orElse(null);
        List<Names.Choice> moves = now == null || !ticket.may(TicketAction.CHANGE_STATUS) ? List.of()
                : now.next().stream().flatMap(k -> workflow.status(k).stream()).map(s -> new Names.Choice(s.key(), site.text(s.name()))).toList();
        boolean knowsHistory = caller.may(Permission.TICKET_HISTORY);
        Page<HistoryLine> history = historyAfter == null || !knowsHistory ? null
                : reading.history(id, new PageRequest(HISTORY, historyAfter.isEmpty() ? null : historyAfter));
        List<MessageView> messages = history == null ? messages(id) : List.of();
        // Tickets without a known requester have nothing in common.
        List<TicketSummary> others = ticket.requester().anonymous() ? List.of() : reading.page(TicketFilter.all(TicketFilter.Order.NEWEST).ofRequester(ticket.requester().id()), PageRequest.first(OTHERS))
                .items().stream().filter(t -> !t.id().equals(id)).limit(OTHERS - 1).toList();
        String mergedInto = ticket.mergedInto() == null ? null : ticket.links().stream().filter(l -> l.ticketId().equals(ticket.mergedInto()))
                .map(TicketDetails.Link::number).findFirst().orElse(ticket.mergedInto().toString());
        List<ClockView> promised = promises.of(id);
        boolean visit = promised.stream().anyMatch(c -> c.metric() == Metric.APPOINTMENT && c.reading().state().isOpen());
        List<ComplaintSummary> complained = caller.may(Permission.COMPLAINT_READ) ? complaints.ofTicket(id) : List.of();
        return new TicketView(names, ticket, config.ticketType(ticket.type()).orElse(null), now == null ? ticket.status() : site.text(now.name()), moves,
                messages, messages.size() >= MOST_MESSAGES, history == null ? null : history.items(), history == null ? null : history.next(),
                history == null ? Map.of() : people(history.items()), knowsHistory ? savedViews.macros() : List.of(),
                ticket.may(TicketAction.ASSIGN) ? colleagues.choices(Work.ticket(ticket.type(), ticket.team())) : List.of(), others, mergedInto, opened,
                new TicketView.Limits(attachments.maxFiles(), attachments.maxBytes()), clocks.of(promised), visit, complained, mayComplain(complained), groups().isEmpty() ? null : customers.group(ticket.requester().id()),
                new TicketView.Plugged(extras.any(), extras.anySuggester()), form);
    }

    private List<MessageView> messages(UUID id) {
        List<MessageView> all = new ArrayList<>();
        String after = null;
        do {
            Page<MessageView> page = reading.messages(id, new PageRequest(PageRequest.MAX_SIZE, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null && all.size() < MOST_MESSAGES);
        return all;
    }

    private Map<UUID, String> people(List<HistoryLine> lines) {
        return staff.names(lines.stream().filter(l -> l.field().equals("assignee")).flatMap(l -> Stream.of(String.valueOf(l.before()), String.valueOf(l.after())))
                .flatMap(text -> Ids.parse(text).stream()).distinct().toList());
    }
}
