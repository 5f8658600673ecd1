package dev.pledgedesk.portal;

import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketExtras;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A customer's own tickets: the list, and each with what was said, an answer to it, closing and reopening. */
@RequestScoped
@Path("/tickets")
public class TicketPages implements PageResource {

    private static final int ROWS = 20;
    /** Pages of messages that are shown at once; a conversation of a customer is hardly ever longer than one. */
    private static final int MESSAGE_PAGES = 5;
    private static final List<StatusCategory> DONE = Arrays.stream(StatusCategory.values()).filter(StatusCategory::isDone).toList();
    private static final List<StatusCategory> ACTIVE = Arrays.stream(StatusCategory.values()).filter(c -> !c.isDone()).toList();

    @Inject
    TicketReading reading;

    @Inject
    TicketExtras extras;

    @Inject
    TicketChanges changes;

    @Inject
    Conversation conversation;

    @Inject
    FormFiles files;

    @Inject
    TicketWords words;

    @Inject
    PromiseLines promises;

    @Inject
    ComplaintDesk complaints;

    @Inject
    Caller caller;

    @Inject
    Site site;

    /** The list; {@code show} is open, done or all. Who came by a link goes to his one ticket, staff to their console. */
    @GET
    @Allowed(Permission.TICKET_READ)
    public Response list(@QueryParam("show") @DefaultValue("all") String show, @QueryParam("q") String q, @QueryParam("after") String after) {
        if (caller.isInside()) {
            return Response.seeOther(Redirects.inside("/console")).build();
        }
        if (caller.ticketId() != null) {
            return Response.seeOther(Redirects.inside("/tickets/" + caller.ticketId())).build();
        }
        List<StatusCategory> categories = "open".equals(show) ? ACTIVE : "done".equals(show) ? DONE : List.of();
        TicketFilter filter = new TicketFilter(q, null, categories, null, null, null, null, null, null, false, null, null, null, TicketFilter.Order.LAST_UPDATED);
        Page<TicketLine> page = reading.page(filter, new PageRequest(ROWS, after)).map(words::line);
        return Response.ok(HtmlPage.of("portal/tickets.jte", new TicketListPage(show, q == null ? "" : q.strip(), page, after != null))).build();
    }

    /** The list and what it was asked for. */
    public record TicketListPage(String show, String words, Page<TicketLine> page, boolean further) {

        /** Address of the list with another choice of open and done. */
        public String showing(String other) {
            return "/tickets?show=" + other + (words.isEmpty() ? "" : "&q=" + encoded(words));
        }

        /** Address of the next rows. */
        public String next() {
            return showing(show) + "&after=" + encoded(page.next());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** A ticket. */
    @GET
    @Allowed(Permission.TICKET_READ)
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        if (caller.isInside()) {
            return Response.seeOther(Redirects.inside("/console/tickets/" + id)).build();
        }
        return Response.ok(page(id, "", List.of(), new FormErrors(site))).build();
    }

    /** The conversation alone, for a page that looks for news; nothing if it still is of that version. */
    @GET
    @Allowed(Permission.TICKET_READ)
    @Path("/{id}/conversation")
    public Response news(@PathParam("id") UUID id, @QueryParam("version") @DefaultValue("-1") long version) {
        TicketDetails ticket = reading.get(id);
        return ticket.version() == version ? Response.noContent().build()
                : Response.ok(HtmlPage.of("portal/conversation.jte", view(ticket))).build();
    }

    /** Where a form ended that was shown again; loading it anew shows the ticket. */
    @GET
    @Allowed(Permission.TICKET_READ)
    @Path("/{id}/{action:messages|close|reopen}")
    public Response back(@PathParam("id") UUID id) {
        return Response.seeOther(Redirects.inside("/tickets/" + id)).build();
    }

    /** Answers, or shows the ticket again with what is wrong. */
    @POST
    @Allowed(Permission.TICKET_REPLY)
    @Path("/{id}/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response reply(@PathParam("id") UUID id, List<EntityPart> parts) {
        UploadForm form = UploadForm.of(parts);
        String body = form.text("body").strip();
        FormErrors errors = new FormErrors(site);
        if (body.isEmpty()) {
            errors.add("body", "field.required");
        } else if (body.length() > TicketFiling.MAX_BODY) {
            errors.add("body", "field.too-long", TicketFiling.MAX_BODY);
        }
        reading.get(id);
        List<KeptFile> kept = files.take(form, errors);
        if (errors.isEmpty()) {
            try {
                MessageView said = conversation.add(id, new Conversation.NewMessage(false, body, null, null, kept.stream().map(KeptFile::id).toList()));
                return Response.seeOther(Redirects.inside("/tickets/" + id + "#m-" + said.id())).build();
            } catch (Problem refused) {
                errors.add(refused);
            }
        }
        return Response.status(422).entity(page(id, body, kept, errors)).build();
    }

    /** Closes: the customer has what he wanted, or wants it no more. */
    @POST
    @Allowed(Permission.TICKET_WRITE)
    @Path("/{id}/close")
    public Response close(@PathParam("id") UUID id) {
        return changed(id, () -> changes.close(id, null));
    }

    /** Reopens. */
    @POST
    @Allowed(Permission.TICKET_WRITE)
    @Path("/{id}/reopen")
    public Response reopen(@PathParam("id") UUID id) {
        return changed(id, () -> changes.reopen(id, null));
    }

    /** The customer says whether he is satisfied with what became of his complaint. */
    @POST
    @Path("/{id}/complaints/{complaint}")
    @Allowed(Permission.TICKET_READ)
    public Response satisfied(@PathParam("id") UUID id, @PathParam("complaint") UUID complaint, MultivaluedMap<String, String> form) {
        String said = form.getFirst("satisfied");
        return changed(id, () -> {
            if (!"yes".equals(said) && !"no".equals(said)) {
                throw Problem.invalid(new FieldError("/satisfied", "field.required"));
            }
            complaints.ownSatisfaction(complaint, said.equals("yes"), form.getFirst("remark"));
        });
    }

    private Response changed(UUID id, Runnable change) {
        try {
            change.run();
            return Response.seeOther(Redirects.inside("/tickets/" + id)).build();
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            FormErrors errors = new FormErrors(site);
            errors.add(refused);
            return Response.status(409).entity(page(id, "", List.of(), errors)).build();
        }
    }

    private HtmlPage page(UUID id, String body, List<KeptFile> kept, FormErrors errors) {
        return HtmlPage.of("portal/ticket.jte", new TicketPage(view(reading.get(id)), body, kept, files.limits(), extras.any(), errors));
    }

    private TicketPage.View view(TicketDetails ticket) {
        List<MessageView> messages = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MESSAGE_PAGES && (pages == 0 || after != null); pages++) {
            Page<MessageView> page = reading.messages(ticket.id(), new PageRequest(PageRequest.MAX_SIZE, after));
            messages.addAll(page.items());
            after = page.next();
        }
        return new TicketPage.View(ticket, words.type(ticket), words.status(ticket), words.category(ticket), words.facts(ticket), messages, promises.of(ticket.id()),
                complaints.own(ticket.id()).stream().map(c -> new TicketPage.View.Complaint(c, site.text(c.stage()), promises.of(c.clocks()))).toList());
    }
}
