package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.Replies;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ticket: its conversation, its history, and the forms for answering and for its properties. */
@RequestScoped
@Path("/console/tickets/{id}")
public class TicketPages implements PageResource {

    @Inject
    TicketScreen screen;

    @Inject
    TicketReading reading;

    @Inject
    TicketChanges changes;

    @Inject
    Replies replies;

    @Inject
    Attachments attachments;

    @Inject
    Promises promises;

    @Inject
    Site site;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    /** The ticket; {@code tab} is {@code history} for its changes. */
    @GET
    @Allowed(Permission.TICKET_READ)
    public HtmlPage show(@PathParam("id") UUID id, @QueryParam("tab") String tab, @QueryParam("after") String after) {
        return "history".equals(tab) ? screen.history(id, after) : screen.page(id, FormState.NONE);
    }

    /** Only what was said, for a page that is open and hears of something new. */
    @GET
    @Path("/conversation")
    @Allowed(Permission.TICKET_READ)
    public HtmlPage heard(@PathParam("id") UUID id) {
        return screen.conversation(id);
    }

    /** A public reply or an internal note, with files and perhaps a status. */
    @POST
    @Path("/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.TICKET_REPLY)
    public Response say(@PathParam("id") UUID id, List<EntityPart> parts) throws IOException {
        Parts form = Parts.read(parts);
        boolean note = "note".equals(form.text("kind"));
        String status = Forms.orNull(form.fields(), "status");
        try {
            // Files first: whatever is refused below, they need not be sent again.
            for (Parts.File file : form.files()) {
                AttachmentView kept = attachments.upload(file.name(), file.content());
                form.keep(kept);
            }
            TicketDetails ticket = reading.get(id);
            if ((!note || status != null) && ticket.version() != Forms.version(form.fields())) {
                throw Problem.stale();
            }
            replies.add(id, new Conversation.NewMessage(note, form.text("body"), null, status, form.attachmentIds(),
                    Forms.moment("promisedAt", form.text("promisedAt"), site.zone()), Forms.moment("appointmentAt", form.text("appointmentAt"), site.zone())), "true".equals(form.text("remarksHeard")));
            return Response.seeOther(Redirects.inside("/console/tickets/" + id + "#latest")).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused("message", form.fields(), refused, language.messages()))).build();
        }
    }

    /** Says that a time which was named was kept. */
    @POST
    @Path("/clocks/{clock}/kept")
    @Allowed(Permission.TICKET_REPLY)
    public Response kept(@PathParam("id") UUID id, @PathParam("clock") UUID clock) {
        try {
            promises.kept(id, clock);
            return Response.seeOther(Redirects.inside("/console/tickets/" + id)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused("clock", new MultivaluedHashMap<>(), refused, language.messages()))).build();
        }
    }

    /** Status, priority, assignee, team, department, category, tags, subject and custom fields, as far as they were changed on the form. */
    @POST
    @Path("/properties")
    @Allowed(Permission.TICKET_WRITE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        TicketDetails ticket = reading.get(id);
        TicketProperties sent = TicketProperties.sent(form, ticket,
                tenants.config(ticket.configVersion()).ticketType(ticket.type()).map(TicketSection.TicketType::fields).orElse(List.of()));
        try {
            if (!sent.meeting().isEmpty()) {
                throw Problem.stale();
            }
            changes.change(id, ticket.version(), sent.change());
            return Response.seeOther(Redirects.inside("/console/tickets/" + id)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            Map<String, String> errors = Forms.errors(refused, language.messages());
            sent.meeting().forEach(name -> errors.put(name, language.messages().text("console.stale.field")));
            return Response.status(code)
                    .entity(screen.page(id, new FormState("properties", sent.merged(), errors, refused.kind() == Problem.Kind.STALE))).build();
        }
    }
}
