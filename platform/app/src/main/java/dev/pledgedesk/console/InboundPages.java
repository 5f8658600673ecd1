package dev.pledgedesk.console;

import dev.pledgedesk.inbound.ChannelView;
import dev.pledgedesk.inbound.InboundMessages;
import dev.pledgedesk.inbound.InboundState;
import dev.pledgedesk.inbound.InboundView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What customers have written elsewhere, as far as it waits for somebody to decide, and how the channels do that bring it in. */
@RequestScoped
@Path("/console/inbound")
public class InboundPages implements PageResource {

    private static final int ROWS = 20;
    private static final String HERE = "/console/inbound";

    /**
     * The list.
     *
     * @param state of the messages that are shown
     * @param wrong the message whose decision was refused; null if none was
     */
    public record View(List<InboundView> rows, List<ChannelView> channels, InboundState state, UUID wrong, FormState form, String start, String next) {
    }

    @Inject
    InboundMessages messages;

    @Inject
    RequestLanguage language;

    /** Those that wait, or those in another state; the journal notes that they were read. */
    @GET
    @Allowed(Permission.TICKET_WRITE)
    public HtmlPage list(@QueryParam("state") String state, @QueryParam("after") String after) {
        return list(InboundState.find(state).orElse(InboundState.HELD), after, null, FormState.NONE);
    }

    private HtmlPage list(InboundState state, String after, UUID wrong, FormState form) {
        Page<InboundView> page = messages.page(state, new PageRequest(ROWS, after));
        String here = HERE + "?state=" + state.key();
        return HtmlPage.of("console/inbound.jte", new View(page.items(), messages.channels(), state, wrong, form, after == null ? null : here, page.next() == null ? null : here + "&after=" + page.next()));
    }

    /** Puts one into a ticket. */
    @POST
    @Path("/{id}/join")
    @Allowed(Permission.TICKET_WRITE)
    public Response join(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return decide(id, form, () -> messages.join(id, Forms.version(form), Forms.text(form, "number")));
    }

    /** Makes a ticket of one. */
    @POST
    @Path("/{id}/file")
    @Allowed(Permission.TICKET_WRITE)
    public Response file(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return decide(id, form, () -> messages.file(id, Forms.version(form)));
    }

    /** Puts one away. */
    @POST
    @Path("/{id}/dismiss")
    @Allowed(Permission.TICKET_WRITE)
    public Response dismiss(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return decide(id, form, () -> messages.dismiss(id, Forms.version(form)));
    }

    private Response decide(UUID id, MultivaluedMap<String, String> form, Supplier<InboundView> deed) {
        return Forms.done(deed::get, HERE, refused -> list(InboundState.HELD, null, id, FormState.refused("decide", form, refused, language.messages())));
    }

    /** Has a channel asked at once. */
    @POST
    @Path("/channels/{id}/look")
    @Allowed(Permission.TICKET_WRITE)
    public Response look(@PathParam("id") UUID id) {
        messages.look(id);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }
}
