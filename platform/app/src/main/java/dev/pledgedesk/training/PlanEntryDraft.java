package dev.pledgedesk.training;

import java.util.UUID;

/**
 * A course to be planned.
 *
 * @param month     from 1
 * @param trainerId null while nobody is named
 */
public record PlanEntryDraft(int year, int month, String course, String goal, UUID trainerId, int places) {
}
