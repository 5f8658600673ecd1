package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A ticket among others: its requester's contacts, watchers, links, merging and splitting. */
@RequestScoped
@Path("/console/tickets/{id}/relations")
public class TicketRelationPages implements PageResource {

    /** Kinds of links one can make by hand. */
    static final List<String> LINKS = List.of("relates-to", "duplicates", "caused-by");

    @Inject
    TicketScreen screen;

    @Inject
    TicketReading reading;

    @Inject
    TicketChanges changes;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @Inject
    RequestLanguage language;

    /** Opens the requester's contacts and what else is personal: the ticket, or the visit that was agreed for it, is the purpose unless it is closed or the customer restricted; then only a reason that is stated and told to the privacy officer. */
    @POST
    @Path("/contacts")
    @Allowed(Permission.CUSTOMER_READ)
    public Response contacts(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        TicketDetails ticket = reading.get(id);
        String reason = Forms.orNull(form, "reason");
        boolean breakGlass = reason != null || ticket.statusCategory() == TicketSection.StatusCategory.CLOSED;
        try {
            return Response.ok(screen.opened(id, reading.open(id, breakGlass ? ReadingPurpose.BREAK_GLASS : form.containsKey("visit") ? ReadingPurpose.VISIT : ReadingPurpose.TICKET, reason))).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused("contacts", form, refused, language.messages()))).build();
        }
    }

    /** Puts the requester into a group of customers, or takes him out. */
    @POST
    @Path("/group")
    @Allowed(Permission.TICKET_WRITE)
    public Response group(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return attempt(id, "group", form, () -> {
            customers.putInto(reading.get(id).requester().id(), Forms.orNull(form, "group"));
            return id;
        });
    }

    /** The caller follows the ticket. */
    @POST
    @Path("/watch")
    @Allowed(Permission.TICKET_WRITE)
    public Response watch(@PathParam("id") UUID id) {
        changes.watch(id, caller.id());
        return back(id);
    }

    /** The caller no longer follows it. */
    @POST
    @Path("/unwatch")
    @Allowed(Permission.TICKET_WRITE)
    public Response unwatch(@PathParam("id") UUID id) {
        changes.unwatch(id, caller.id());
        return back(id);
    }

    /** Links it to the ticket of a number. */
    @POST
    @Path("/links")
    @Allowed(Permission.TICKET_WRITE)
    public Response link(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return attempt(id, "link", form, () -> {
            String kind = Forms.text(form, "kind");
            changes.link(id, named(form), LINKS.contains(kind) ? kind : LINKS.get(0));
            return id;
        });
    }

    /** Takes the links to another ticket away. */
    @POST
    @Path("/links/{other}/remove")
    @Allowed(Permission.TICKET_WRITE)
    public Response unlink(@PathParam("id") UUID id, @PathParam("other") UUID other) {
        changes.unlink(id, other);
        return back(id);
    }

    /** Closes it and goes on in the ticket of a number. */
    @POST
    @Path("/merge")
    @Allowed(Permission.TICKET_WRITE)
    public Response merge(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return attempt(id, "merge", form, () -> changes.merge(id, Forms.version(form), named(form)).id());
    }

    /** Makes a new ticket out of one message and shows it. */
    @POST
    @Path("/split")
    @Allowed(Permission.TICKET_WRITE)
    public Response split(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return attempt(id, "split", form, () -> {
            UUID message = Ids.parse(Forms.text(form, "message")).orElseThrow(Problem::notFound);
            if (Forms.text(form, "subject").isEmpty()) {
                throw Problem.invalid(new FieldError("/subject", "field.required"));
            }
            return changes.split(id, message, Forms.text(form, "subject"), Forms.orNull(form, "type")).id();
        });
    }

    private UUID named(MultivaluedMap<String, String> form) {
        String number = Forms.text(form, "number");
        return screen.byNumber(number).orElseThrow(() -> Problem.unprocessable(new FieldError("/number", "field.unknown-key", number))).id();
    }

    private Response attempt(UUID id, String name, MultivaluedMap<String, String> form, Supplier<UUID> work) {
        try {
            return back(work.get());
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(screen.page(id, FormState.refused(name, form, refused, language.messages()))).build();
        }
    }

    private static Response back(UUID id) {
        return Response.seeOther(Redirects.inside("/console/tickets/" + id)).build();
    }
}
