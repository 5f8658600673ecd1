package dev.pledgedesk.portal;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** The portal's start page, its help, and the word that a ticket was filed. */
@RequestScoped
@Path("/")
public class PortalPages implements PageResource {

    private static final int LATEST = 3;

    @Inject
    TicketReading reading;

    @Inject
    TicketWords words;

    @Inject
    Caller caller;

    @Inject
    PublicAddress address;

    @Inject
    Site site;

    /** The start page. */
    @GET
    @Public
    public HtmlPage home() {
        List<TypeTile> all = TypeTile.all(site);
        List<TicketLine> latest = caller.isCustomer()
                ? reading.page(TicketFilter.all(TicketFilter.Order.LAST_UPDATED), PageRequest.first(LATEST)).items().stream().map(words::line).toList()
                : List.of();
        return HtmlPage.of("portal/home.jte",
                new HomePage(all.stream().filter(t -> !t.isVoice()).toList(), all.stream().filter(TypeTile::isVoice).toList(), latest));
    }

    /** What each service covers, how to complain, whom to call. */
    @GET
    @Public
    @Path("help")
    public HtmlPage help() {
        return HtmlPage.of("portal/help.jte", TypeTile.all(site));
    }

    /**
     * Tells that a ticket was filed.
     *
     * @param ticket where to follow it, for who is signed in
     * @param link   with what a guest without a mail address follows it
     */
    @GET
    @Public
    @Path("filed")
    public HtmlPage filed(@QueryParam("number") String number, @QueryParam("ticket") String ticket, @QueryParam("link") String link,
            @QueryParam("by") String by) {
        // The address can be made up by anybody; nothing but a number and a token of ours is shown.
        if (number == null || !number.matches("[A-Z]{2,6}-[0-9]{4}-[0-9]{1,9}") || link != null && !link.matches("[A-Za-z0-9_-]{16,100}")) {
            throw Problem.notFound();
        }
        UUID id = ticket == null ? null : Ids.parse(ticket).orElse(null);
        return HtmlPage.of("portal/filed.jte", new FiledPage(number, id, link == null ? null : address.of("/t/" + link), link, "mail".equals(by)));
    }

    /** What the page about a filed ticket tells: id for who is signed in, link and its token for guests, null otherwise. */
    public record FiledPage(String number, UUID ticketId, String link, String token, boolean byMail) {
    }
}
