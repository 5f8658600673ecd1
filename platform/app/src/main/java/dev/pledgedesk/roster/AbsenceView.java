package dev.pledgedesk.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is away for some days, or wishes to be; {@code reason} is null for none, {@code decidedBy} until somebody has. */
public record AbsenceView(UUID id, UUID staffId, LocalDate from, LocalDate to, AbsenceKind kind, AbsenceState state, String reason, Instant askedAt, String decidedBy) {
}
