package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.TicketChange;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Conversation conversation;

    @Inject
    Attachments attachments;

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
            conversation.add(id, new Conversation.NewMessage(note, form.text("body"), null, status, form.attachmentIds()));
            return Response.seeOther(Redirects.inside("/console/tickets/" + id + "#latest")).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused("message", form.fields(), refused, language.messages()))).build();
        }
    }

    /** Status, priority, assignee, team, department, category, tags, subject and custom fields, as far as they were changed. */
    @POST
    @Path("/properties")
    @Allowed(Permission.TICKET_WRITE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            TicketDetails ticket = reading.get(id);
            // A message alone also makes a new version; it is no reason to refuse this form.
            boolean unchanged = TicketView.seen(ticket).equals(Forms.text(form, "seen"));
            changes.change(id, unchanged ? Long.valueOf(ticket.version()) : Forms.version(form), wanted(ticket, form));
            return Response.seeOther(Redirects.inside("/console/tickets/" + id)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused("properties", form, refused, language.messages()))).build();
        }
    }

    private TicketChange wanted(TicketDetails t, MultivaluedMap<String, String> form) {
        String priority = differing(form, "priority", t.priority());
        List<String> tags = form.containsKey("tags") ? Forms.list(Forms.text(form, "tags")) : t.tags();
        Map<String, Object> fields = new LinkedHashMap<>();
        tenants.config(t.configVersion()).ticketType(t.type()).map(TicketSection.TicketType::fields).orElse(List.of()).forEach(f -> {
            String typed = form.containsKey("field." + f.key()) ? Forms.text(form, "field." + f.key()) : null;
            if (typed != null && !typed.equals(TicketView.field(t, f.key()))) {
                fields.put(f.key(), typed);
            }
        });
        return new TicketChange(differing(form, "status", t.status()), priority == null ? null : Forms.priority(priority),
                differing(form, "category", t.category()), differing(form, "subject", t.subject()),
                differing(form, "assignee", t.assignee() == null ? null : t.assignee().id().toString()), differing(form, "team", t.team()),
                differing(form, "department", t.department()), tags.equals(t.tags()) ? null : tags, fields.isEmpty() ? null : fields);
    }

    /** What was typed if it is something else, null otherwise. */
    private static String differing(MultivaluedMap<String, String> form, String name, String now) {
        if (!form.containsKey(name)) {
            return null;
        }
        String typed = Forms.text(form, name);
        return typed.equals(Objects.toString(now, "")) ? null : typed;
    }
}
