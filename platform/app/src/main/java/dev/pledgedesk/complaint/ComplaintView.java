package dev.pledgedesk.complaint;

import dev.pledgedesk.tenancy.ComplaintSection.Need;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A complaint as staff read it. Severity, fault, time, cause, owner, outcome and the end may be null.
 *
 * @param stage       key; since then it is there
 * @param round       how often it was dealt with, this time included
 * @param level       how many levels up it is
 * @param texts       what is written in the form; what nobody can read any more reads as a word for that
 * @param missing     what has to be known or done before it goes on
 * @param moves       keys of the stages that it can be moved to
 * @param mine        whether the caller may do something to it
 * @param asking      whether its customer is being asked
 * @param reminders   how often he was reminded since
 * @param exceptionBy who wants it closed without satisfaction, as in the journal; null if nobody does
 * @param cases       what departments were asked
 * @param tickets     other tickets that belong to it
 */
public record ComplaintView(UUID id, String number, UUID customerId, UUID ticketId, String regime, int configVersion, String channel, String stage, Instant stageSince, int round, int level,
        UUID ownerId, Instant receivedAt, Instant filedAt, String filedBy, String severity, boolean complex, Fault fault, Instant occurredAt, String cause, Map<Need, String> texts,
        List<Need> missing, List<String> moves, boolean mine, boolean asking, int reminders, String exceptionBy, ComplaintOutcome outcome, Instant endedAt, List<CaseView> cases,
        List<UUID> tickets, long version) {
}
