package dev.pledgedesk.console;

import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.ConsentBoxes;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketFiling;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent files a ticket for somebody who has called, come or written elsewhere. */
@RequestScoped
@Path("/console/new")
public class NewTicketPages implements PageResource {

    /**
     * What the form shows.
     *
     * @param type     the type that was chosen, null as long as none is
     * @param consents what the customer would have to consent to for sensitive fields
     */
    public record View(Names names, TicketSection.TicketType type, List<TicketSection.TicketType> types, TicketView.Limits limits, List<Consents.Notice> consents, FormState form) {
    }

    @Inject
    TicketFiling filing;

    @Inject
    Attachments attachments;

    @Inject
    Tenants tenants;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Choosing a type, then the form for it. */
    @GET
    @Allowed(Permission.TICKET_CREATE)
    public HtmlPage form(@QueryParam("type") String type) {
        return page(type, FormState.NONE);
    }

    /** Files the ticket and shows it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.TICKET_CREATE)
    public Response file(@QueryParam("type") String type, List<EntityPart> parts) throws IOException {
        Parts form = Parts.read(parts);
        try {
            for (Parts.File file : form.files()) {
                form.keep(attachments.upload(file.name(), file.content()));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            form.fields().keySet().stream().filter(name -> name.startsWith("field.")).filter(name -> !form.text(name).isEmpty())
                    .forEach(name -> fields.put(name.substring(6), form.text(name)));
            Requester requester = new Requester(null, orNull(form, "name"), orNull(form, "email"), orNull(form, "phone"),
                    site.languages().contains(form.text("locale")) ? form.text("locale") : site.languages().get(0));
            String channel = Names.CHANNELS.contains(form.text("channel")) ? form.text("channel") : "phone";
            var filed = filing.file(new NewTicket(type, orNull(form, "category"), form.text("subject"), form.text("description"),
                    Forms.priority(form.text("priority")), channel, requester, fields, Forms.list(form.text("tags")), form.attachmentIds(), null,
                    ConsentBoxes.ticked(form::text, asked(type))));
            return Response.seeOther(Redirects.inside("/console/tickets/" + filed.ticket().id())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(type, FormState.refused("new", form.fields(), refused, language.messages()))).build();
        }
    }

    private HtmlPage page(String type, FormState form) {
        var config = tenants.config();
        return HtmlPage.of("console/new.jte", new View(names, type == null ? null : config.ticketType(type).orElse(null), config.tickets().ticketTypes(),
                new TicketView.Limits(attachments.maxFiles(), attachments.maxBytes()), asked(type), form));
    }

    /** What the customer would have to say yes to. */
    private List<Consents.Notice> asked(String type) {
        return type == null ? List.of() : tenants.config().ticketType(type).map(filing::consents).orElse(List.of());
    }

    private static String orNull(Parts form, String name) {
        return Forms.orNull(form.fields(), name);
    }
}
