package broken.ticket.control;

import broken.ticket.boundary.OpenResource;
import jakarta.ws.rs.core.Response;

/** Knows how it is called. */
public record ControlThatAsksBoundary(OpenResource caller, Response answer) {
}
