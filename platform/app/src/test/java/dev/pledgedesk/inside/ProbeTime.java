package dev.pledgedesk.inside;

import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.PageResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.Instant;

/** Moves the server's clock for tests that are outside, as nobody can in the product. */
@RequestScoped
@Path("/probe-time")
public class ProbeTime implements PageResource {

    @Inject
    MovableClock clock;

    /** Lets time pass until a moment; gives what the clock says then. */
    @GET
    @Path("/until/{moment}")
    @Public
    @Produces("text/plain")
    public String until(@PathParam("moment") String moment) {
        clock.pass(Duration.between(clock.now(), Instant.parse(moment)));
        return clock.now().toString();
    }

    /** Sets it right again; gives what it says then. */
    @GET
    @Path("/right")
    @Public
    @Produces("text/plain")
    public String right() {
        clock.setRight();
        return clock.now().toString();
    }
}
