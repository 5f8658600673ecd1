package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.ticket.SavedViews;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketReading;
import dev.pledgedesk.ticket.TicketSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The agents' queue: the list of tickets with its filters, saved views and bulk changes. */
@RequestScoped
@Path("/console")
public class QueuePages implements PageResource {

    private static final int ROWS = 50;
    private static final int MAX_NAME = 60;
    private static final int MAX_FILTER = 1000;

    @Inject
    TicketReading reading;

    @Inject
    TicketChanges changes;

    @Inject
    SavedViews savedViews;

    @Inject
    Colleagues colleagues;

    @Inject
    Names names;

    @Inject
    Promises promises;

    @Inject
    Caller caller;

    @Inject
    Site site;

    @Context
    UriInfo uri;

    /** The queue; who may not see tickets is led to what he may. */
    @GET
    @Self
    public Response queue() {
        if (caller.may(Permission.TICKET_READ)) {
            return Response.ok(HtmlPage.of("console/queue.jte", view(List.of(), null))).build();
        }
        String other = Stream.of("journal.read:/console/journal", "mail.read:/console/mail", "configuration.read:/console/admin", "staff.read:/console/admin/staff",
                        "client.manage:/console/admin/clients", "privacy.read:/console/privacy", "analysis.export:/console/analyses").map(entry -> entry.split(":")).filter(entry -> site.may(entry[0])).map(entry -> entry[1]).findFirst()
                .orElseThrow(Problem::denied);
        return Response.seeOther(Redirects.inside(other)).build();
    }

    /** Only the rows, for a page that is open and hears of a change. */
    @GET
    @Path("/rows")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage rows() {
        return HtmlPage.of("console/rows.jte", view(List.of(), null));
    }

    /** One change for all ticked tickets; what became of each is told above the list. */
    @POST
    @Path("/bulk")
    @Allowed(Permission.TICKET_WRITE)
    public HtmlPage bulk(MultivaluedMap<String, String> form) {
        List<UUID> ids = form.getOrDefault("ticket", List.of()).stream().flatMap(id -> Ids.parse(id).stream()).distinct().limit(PageRequest.MAX_SIZE).toList();
        String tag = Forms.text(form, "tag");
        TicketChange change = new TicketChange(Forms.orNull(form, "status"), Forms.priority(form), null, null, assignee(form), Forms.orNull(form, "team"),
                null, null, null);
        boolean nothing = tag.isEmpty() && Stream.of(change.status(), change.priority(), change.assigneeId(), change.team()).allMatch(java.util.Objects::isNull);
        if (ids.isEmpty() || nothing) {
            return HtmlPage.of("console/queue.jte", view(List.of(), site.text(ids.isEmpty() ? "console.bulk.none-ticked" : "console.bulk.nothing-chosen")))
                    .withStatus(422);
        }
        List<QueueView.Outcome> outcomes = new ArrayList<>();
        for (UUID id : ids) {
            outcomes.add(one(id, change, tag));
        }
        return HtmlPage.of("console/queue.jte", view(outcomes, null));
    }

    private QueueView.Outcome one(UUID id, TicketChange change, String tag) {
        TicketDetails ticket = null;
        try {
            ticket = reading.get(id);
            TicketChange own = tag.isEmpty() ? change : new TicketChange(change.status(), change.priority(), null, null, change.assigneeId(), change.team(), null,
                    Stream.concat(ticket.tags().stream(), Stream.of(tag)).distinct().toList(), null);
            changes.change(id, null, own);
            return new QueueView.Outcome(id.toString(), ticket.number(), null);
        } catch (Problem refused) {
            return new QueueView.Outcome(id.toString(), ticket == null ? id.toString() : ticket.number(), reason(ticket, refused));
        }
    }

    /** Why a ticket was refused; statuses are called what people call them. */
    private String reason(TicketDetails ticket, Problem refused) {
        if (refused.errors().isEmpty()) {
            return site.text(refused.detail(), refused.arguments().toArray());
        }
        FieldError first = refused.errors().get(0);
        boolean move = first.pointer().equals("/status") && ticket != null;
        return site.text(first.message(), first.arguments().stream().map(a -> move ? names.status(ticket.type(), String.valueOf(a)) : a).toArray());
    }

    private String assignee(MultivaluedMap<String, String> form) {
        String wanted = Forms.orNull(form, "assignee");
        return wanted == null ? null : switch (wanted) {
            case "none" -> "";
            case "me" -> caller.id().toString();
            default -> wanted;
        };
    }

    /** Keeps the filter of the list under a name. */
    @POST
    @Path("/views")
    @Allowed(Permission.TICKET_HISTORY)
    public Response save(@FormParam("name") String name, @FormParam("filter") String filter, @FormParam("shared") String shared) {
        String kept = filter == null ? "" : filter;
        if (name != null && !name.isBlank() && name.length() <= MAX_NAME && kept.length() <= MAX_FILTER) {
            savedViews.add(name, kept, shared != null);
        }
        return Response.seeOther(Redirects.inside("/console?" + kept)).build();
    }

    /** Deletes one of the caller's own views. */
    @POST
    @Path("/views/{id}/delete")
    @Allowed(Permission.TICKET_HISTORY)
    public Response delete(@PathParam("id") UUID id) {
        savedViews.remove(id);
        return Response.seeOther(Redirects.inside("/console")).build();
    }

    private QueueView view(List<QueueView.Outcome> outcomes, String notice) {
        QueueQuery query = QueueQuery.of(uri.getQueryParameters());
        var page = reading.page(query.filter(caller.id()), new PageRequest(ROWS, query.after()));
        return new QueueView(names, query, page.items(), page.hasMore() ? query.next(page.next()) : null,
                caller.may(Permission.TICKET_HISTORY) ? savedViews.all() : List.of(), colleagues.all(),
                promises.nextDue(page.items().stream().map(TicketSummary::id).toList()), outcomes, notice);
    }
}
