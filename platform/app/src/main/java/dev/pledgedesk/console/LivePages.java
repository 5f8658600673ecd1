package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Tells open pages that something happened to a ticket: type and id, nothing else; what it is they read with their own rights. */
@RequestScoped
@Path("/console/live")
public class LivePages implements PageResource {

    @Inject
    LiveStreams streams;

    @Inject
    TenantContext context;

    /** The stream; it ends by itself within a minute and the browser opens it anew, so that a session that was ended hears nothing more. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Allowed(Permission.TICKET_READ)
    public void live(@Context SseEventSink sink, @Context Sse sse) {
        streams.open(context.tenantId(), sink, sse);
    }
}
