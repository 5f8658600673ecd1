package broken.ticket.entity;

import broken.ticket.control.Clockless;

/** Knows a use case. */
public record EntityThatAsksControl(Clockless useCase) {
}
