package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A paper.
 *
 * @param staffId     whose it is; null where who marks is not to know
 * @param seat        the place from which it is written, told to who takes it; null for everybody else
 * @param submittedAt null while it is written
 * @param score       per cent; null until it is marked
 */
public record PaperView(UUID id, UUID staffId, UUID assessmentId, String exam, LocalizedText name, AttemptState state, long seed, UUID seat, Instant startedAt, Instant endsAt, Instant submittedAt, int points,
        BigDecimal score, List<PaperQuestion> questions) {
}
