package dev.pledgedesk.roster;

import java.time.Instant;
import java.util.UUID;

/** Somebody wishes another to take his shift; {@code inReturn} is null unless he takes one for it. */
public record SwapView(UUID id, ShiftView shift, UUID staffId, UUID takerId, ShiftView inReturn, SwapState state, Instant askedAt) {
}
