package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A colleague is asked what somebody is like.
 *
 * @param items what is looked at
 */
public record PeerQuestion(UUID assessmentId, UUID staffId, LocalizedText qualification, List<Item> items, Instant askedAt) {
}
