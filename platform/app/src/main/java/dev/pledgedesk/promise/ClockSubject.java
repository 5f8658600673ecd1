package dev.pledgedesk.promise;

import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import java.util.List;
import java.util.UUID;

/**
 * A record that clocks run for, as whoever is told of them needs to know it.
 *
 * @param label   what to call it, such as its number; no words of anybody
 * @param team    key of the team that has it, null if none
 * @param working who works on it; empty if nobody
 */
public record ClockSubject(UUID id, LocalizedText label, String team, List<StaffView> working) {
}
