package dev.pledgedesk.roster.control;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who can be put on duty.
 *
 * @param posts keys of the posts that he can fill
 * @param away  days on which he is away
 */
public record Worker(UUID id, Set<String> posts, Set<LocalDate> away) {
}
