package dev.pledgedesk.bench.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a request costs when nothing is done. */
@Path("/nothing")
public class EmptyResource {

    /** A constant. */
    @GET
    public String nothing() {
        return "nothing";
    }
}
