package broken.console;

import broken.ticket.entity.Ownerless;

/** Goes past a public face. */
public record ConsoleInTheEntities(Ownerless row) {
}
