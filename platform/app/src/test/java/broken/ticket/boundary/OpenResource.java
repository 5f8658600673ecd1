package broken.ticket.boundary;

import broken.ticket.entity.Ownerless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Does not say who may call it and gives rows away. */
@Path("/open")
public class OpenResource {

    @GET
    public List<Ownerless> all() {
        return List.of();
    }
}
