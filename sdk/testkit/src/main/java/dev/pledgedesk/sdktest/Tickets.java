package dev.pledgedesk.sdktest;

import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.TicketDraft;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tickets for tests. */
public final class Tickets {

    private Tickets() {
    }

    /** One on the desk, with a subject and values of fields. */
    public static TicketSnapshot ticket(String subject, Map<String, String> fields) {
        return new TicketSnapshot("handle-of-a-ticket", "TST-2026-000001", "fault", Optional.empty(), "normal", "portal", "new", false, subject, Instant.parse("2026-02-27T10:00:00Z"), values(fields));
    }

    /** One that is about to be filed. */
    public static TicketDraft draft(String subject, String description, Map<String, String> fields) {
        return new TicketDraft("fault", Optional.empty(), "portal", subject, description, values(fields), Locale.ENGLISH);
    }

    /** Values of fields. */
    public static List<FieldValue> values(Map<String, String> fields) {
        return fields.entrySet().stream().map(e -> new FieldValue(e.getKey(), e.getValue())).toList();
    }
}
