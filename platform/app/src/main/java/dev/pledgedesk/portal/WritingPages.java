package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.ExtrasPage;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Suggested;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What plugins have to say to a customer while he writes a ticket. Not below {@code /new}, whose class would answer for all of it. */
@RequestScoped
@Path("/writing/{type}")
public class WritingPages extends ExtrasPage {

    /** Shorter texts are no question yet. */
    private static final int SHORTEST = 8;

    /** Answers to what he is writing. */
    @POST
    @Public
    @Path("/suggestions")
    public HtmlPage suggestions(@PathParam("type") String type, @FormParam("subject") String subject, @FormParam("description") String description) {
        String text = description == null ? "" : description.strip();
        return HtmlPage.of("suggestions.jte", new Suggested(false, text.length() < SHORTEST ? List.of() : extras().suggestions(type, subject == null ? "" : subject, text)));
    }

    /** Values of a field that he is typing into. */
    @GET
    @Public
    @Path("/options/{field}")
    public HtmlPage options(@PathParam("type") String type, @PathParam("field") String field, @QueryParam("typed") String typed) {
        return offered(type, field, typed);
    }
}
