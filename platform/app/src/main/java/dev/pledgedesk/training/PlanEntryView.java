package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.List;
import java.util.UUID;

/**
 * A course in the plan of a year.
 *
 * @param trainerId null while nobody is named
 * @param sessions  that fulfil it, the earliest first
 */
public record PlanEntryView(UUID id, int year, int month, String course, LocalizedText name, String goal, UUID trainerId, int places, List<UUID> sessions, long version) {
}
