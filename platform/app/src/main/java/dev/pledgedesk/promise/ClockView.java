package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A promise as it stands, with everything that explains why it reads so.
 *
 * @param policy        key of the policy, null for a named time without one
 * @param name          what was promised
 * @param limit         null for a named time
 * @param namedAt       null for a limit
 * @param calendar      key
 * @param tables        tables of days off that the calendar counts, such as {@code CN-2026/1}; empty if none
 * @param configVersion of the configuration that it runs under
 * @param shown         whether the customer is told
 * @param keepable      whether somebody may say now that it was kept
 */
public record ClockView(UUID id, String policy, String target, LocalizedText name, Metric metric, Limit limit, Instant namedAt, UUID messageId, String calendar, List<String> tables, int configVersion,
        ClockReading reading, List<ClockEvent> events, boolean shown, boolean keepable) {
}
