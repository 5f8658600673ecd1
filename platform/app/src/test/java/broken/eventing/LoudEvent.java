package broken.eventing;

import broken.ticket.entity.Ownerless;

/** An event that carries a row. */
public record LoudEvent(Ownerless row) implements DeskEvent {
}
