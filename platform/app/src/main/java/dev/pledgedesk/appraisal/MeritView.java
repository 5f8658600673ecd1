package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.AppraisalSection.MeritKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A reward or penalty; {@code hearUntil} is until when a penalty waits for his answer, null once he has answered; {@code nextApprover} the role that is to approve, null if none is. */
public record MeritView(UUID id, UUID staffId, String rule, LocalizedText name, LocalizedText effect, MeritKind kind, int points, MeritState state, String reason, String hearing, String decision, String proposedBy,
        Instant proposedAt, Instant hearUntil, List<String> approvedBy, String nextApprover, Instant inForceAt, AppealState appeal, String appealWords) {
}
