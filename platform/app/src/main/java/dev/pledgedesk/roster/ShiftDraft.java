package dev.pledgedesk.roster;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is to be on duty.
 *
 * @param day on which the shift begins, in the tenant's zone
 */
public record ShiftDraft(LocalDate day, String shift, String post, UUID staffId) {
}
