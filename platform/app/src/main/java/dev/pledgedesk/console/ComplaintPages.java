package dev.pledgedesk.console;

import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.EvidencePack;
import dev.pledgedesk.complaint.Fault;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Complaints: the list, the form for a ticket, and one complaint with all that is done to it. */
@RequestScoped
@Path(ComplaintScreen.HERE)
public class ComplaintPages implements PageResource {

    /** The empty form for a ticket. */
    public record Fresh(TicketDetails ticket, List<Names.Choice> regimes, List<Names.Choice> severities, Names names, FormState form) {
    }

    @Inject
    ComplaintDesk complaints;

    @Inject
    ComplaintScreen screen;

    @Inject
    EvidencePack evidence;

    @Inject
    TicketReading tickets;

    @Inject
    Readings readings;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Newest first; {@code show} is {@code open}, {@code mine} or {@code all}. */
    @GET
    @Allowed(Permission.COMPLAINT_READ)
    public HtmlPage list(@QueryParam("show") String show, @QueryParam("after") String after) {
        return screen.list(show, after);
    }

    /** The empty form for a ticket. */
    @GET
    @Path("/new")
    @Allowed(Permission.COMPLAINT_FILE)
    public HtmlPage fresh(@QueryParam("ticket") UUID ticket) {
        return fresh(ticket, FormState.NONE);
    }

    private HtmlPage fresh(UUID ticket, FormState form) {
        return HtmlPage.of("console/complaint-new.jte", new Fresh(tickets.get(ticket), site.config().regimes().stream().map(r -> new Names.Choice(r.key(), site.text(r.name()))).toList(),
                screen.choices(site.config().severities()), names, form));
    }

    /** Opens it. */
    @POST
    @Path("/new")
    @Allowed(Permission.COMPLAINT_FILE)
    public Response file(@QueryParam("ticket") UUID ticket, MultivaluedMap<String, String> form) {
        try {
            UUID id = complaints.file(new ComplaintDraft(ticket, null, Map.of(), Forms.orNull(form, "regime"), Forms.orNull(form, "channel"),
                    Forms.moment("receivedAt", Forms.text(form, "receivedAt"), site.zone()), read(form))).id();
            return Response.seeOther(Redirects.inside(site.may("complaint.read") ? ComplaintScreen.HERE + "/" + id : "/console/tickets/" + ticket)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(fresh(ticket, FormState.refused("file", form, refused, language.messages()))).build();
        }
    }

    /** One complaint. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.COMPLAINT_READ)
    public HtmlPage show(@PathParam("id") UUID id) {
        return screen.show(id, null, FormState.NONE);
    }

    /** Opens its customer's contacts, for this complaint. */
    @POST
    @Path("/{id}/contacts")
    @Allowed(Permission.CUSTOMER_READ)
    public Response contacts(@PathParam("id") UUID id) {
        try {
            CustomerView contacts = readings.open(complaints.get(id).customerId(), new Readings.Why(ReadingPurpose.COMPLAINT, id, null));
            return Response.ok(screen.show(id, contacts, FormState.NONE)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.show(id, null, FormState.refused("contacts", null, refused, language.messages()))).build();
        }
    }

    /** The evidence, to take along. */
    @GET
    @Path("/{id}/evidence")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response evidence(@PathParam("id") UUID id, @QueryParam("internal") String internal) {
        var gathered = evidence.gather(id, internal != null);
        return Download.archive("evidence-" + gathered.complaint().get("number") + ".zip", out -> evidence.write(gathered, out));
    }

    /** Writes into the form. */
    @POST
    @Path("/{id}/form")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response write(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "form", form, f -> complaints.write(id, Forms.version(f), read(f)));
    }

    /** Moves it on. */
    @POST
    @Path("/{id}/moves")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response move(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "move", form, f -> complaints.move(id, Forms.text(f, "to"), Forms.orNull(f, "note")));
    }

    /** Tells the customer something. */
    @POST
    @Path("/{id}/words")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response tell(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "tell", form, f -> {
            String what = Forms.text(f, "what");
            if (!ComplaintDesk.TOLD.contains(what)) {
                throw Problem.invalid(new FieldError("/what", "field.required"));
            }
            complaints.tell(id, what, Forms.text(f, "text"), channel(f));
        });
    }

    /** Asks a department. */
    @POST
    @Path("/{id}/cases")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response ask(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "ask", form, f -> complaints.ask(id, Forms.text(f, "department"), Forms.text(f, "question")));
    }

    /** Asks it no more. */
    @POST
    @Path("/{id}/cases/{caseId}/withdrawal")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response withdraw(@PathParam("id") UUID id, @PathParam("caseId") UUID caseId, MultivaluedMap<String, String> form) {
        return doing(id, caseId.toString(), form, f -> complaints.withdrawCase(id, caseId, Forms.text(f, "reason")));
    }

    /** Notes whether the customer is satisfied. */
    @POST
    @Path("/{id}/satisfaction")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response satisfaction(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "satisfaction", form, f -> complaints.satisfaction(id, Forms.yes(f, "satisfied"), channel(f), Forms.text(f, "proof")));
    }

    /** Asks to close it without that. */
    @POST
    @Path("/{id}/exception")
    @Allowed(Permission.COMPLAINT_HANDLE)
    public Response exception(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "exception", form, f -> complaints.askException(id, Forms.text(f, "reason")));
    }

    /** Decides that. */
    @POST
    @Path("/{id}/exception/decision")
    @Allowed(Permission.COMPLAINT_APPROVE)
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "decision", form, f -> complaints.decideException(id, Forms.yes(f, "granted"), Forms.text(f, "reason")));
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Consumer<MultivaluedMap<String, String>> deed) {
        try {
            deed.accept(form);
            return Response.seeOther(Redirects.inside(ComplaintScreen.HERE + "/" + id)).build();
        } catch (Problem refused) {
            // What is said to be somebody else's is told on the page, with what was typed.
            int code = refused.kind() == Problem.Kind.DENIED ? Problem.Kind.DENIED.status() : Forms.status(refused);
            return Response.status(code).entity(screen.show(id, null, FormState.refused(name, form, refused, language.messages()))).build();
        }
    }

    private static String channel(MultivaluedMap<String, String> form) {
        String channel = Forms.text(form, "channel");
        if (!Names.CHANNELS.contains(channel)) {
            throw Problem.invalid(new FieldError("/channel", "field.required"));
        }
        return channel;
    }

    /** What a form holds; empty fields leave what is there. */
    private ComplaintForm read(MultivaluedMap<String, String> form) {
        Map<Need, String> texts = new EnumMap<>(Need.class);
        Need.texts().forEach(need -> {
            String text = Forms.orNull(form, need.key());
            if (text != null) {
                texts.put(need, text);
            }
        });
        String fault = Forms.orNull(form, "at-fault");
        return new ComplaintForm(Forms.orNull(form, "severity"), form.containsKey("form") ? form.containsKey("complex") : null,
                Arrays.stream(Fault.values()).filter(f -> f.key().equals(fault)).findFirst().orElse(null), Forms.orNull(form, "cause"),
                Forms.moment("occurredAt", Forms.text(form, "occurredAt"), site.zone()), Ids.parse(Forms.orNull(form, "owner")).orElse(null), texts);
    }
}
