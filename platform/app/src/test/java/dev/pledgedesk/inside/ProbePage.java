package dev.pledgedesk.inside;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.PageResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A page for whoever is signed in, so that these tests need none of the real ones. */
@RequestScoped
@Path("/probe-page")
public class ProbePage implements PageResource {

    @Inject
    Caller caller;

    /** Says who is signed in. */
    @GET
    @Self
    @Produces("text/plain")
    public String who() {
        return caller.actor();
    }
}
