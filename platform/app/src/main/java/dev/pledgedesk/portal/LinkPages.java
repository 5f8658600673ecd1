package dev.pledgedesk.portal;

import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.SignInPage;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The link that stands in a ticket's mails: it opens that ticket without a password. */
@RequestScoped
@Path("/t/{link}")
public class LinkPages extends SignInPage {

    @Inject
    TicketReading reading;

    @PathParam("link")
    String link;

    /** Opens the ticket. Staff who follow a customer's link are asked first, because it would sign them out of the console. */
    @GET
    @Public
    public Response open() {
        return caller.kind() == CallerKind.STAFF ? Response.ok(HtmlPage.of("portal/link-staff.jte", link)).build() : enter();
    }

    /** Opens the ticket in place of whoever was signed in. */
    @POST
    @Public
    public Response enter() {
        SignedIn in;
        try {
            in = signIn.withLink(link, SignIn.CUSTOMER_PAGE_LIFE);
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.TOO_MANY) {
                throw refused;
            }
            return Response.status(404).entity(HtmlPage.of("portal/link-dead.jte")).build();
        }
        String ticket = "/tickets/" + in.ticketId();
        return seesAlready(in.ticketId()) ? onward(ticket) : enter(in.token(), in.life(), ticket);
    }

    /** A customer who has signed in himself keeps his wider view. */
    private boolean seesAlready(UUID ticketId) {
        if (!caller.isCustomer() || caller.ticketId() != null) {
            return false;
        }
        try {
            reading.get(ticketId);
            return true;
        } catch (Problem foreign) {
            return false;
        }
    }
}
