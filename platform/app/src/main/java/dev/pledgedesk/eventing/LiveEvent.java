package dev.pledgedesk.eventing;

import java.util.UUID;

/**
 * That something happened just now; whoever wants more reads the record with the rights of his own caller.
 *
 * @param type      stable name such as {@code ticket.created}
 * @param subjectId the record it happened to
 */
public record LiveEvent(String type, UUID subjectId) {
}
