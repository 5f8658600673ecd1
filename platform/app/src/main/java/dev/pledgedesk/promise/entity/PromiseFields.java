package dev.pledgedesk.promise.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of clocks are to a person: times of a ticket, and who did what to them. They stay when a person is forgotten. */
@ApplicationScoped
public class PromiseFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("promise_clock", Whose.EVERYBODY).none("tenant_id", "id", "subject_type", "policy", "target", "metric", "config_version", "calendar", "tables", "time_limit", "state", "version")
                        .usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT).seenByPersonAnd(Permission.TICKET_READ)
                        .ordinary("subject_id", "named_at", "message_id", "started_at", "due_at", "broken_at", "ended_at", "decided_at", "answerable_id").end(),
                FieldTable.of("promise_event", Whose.STAFF).none("tenant_id", "id", "clock_id", "number", "kind", "cause").usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.TICKET_READ).ordinary("at", "recorded_at", "actor").end());
    }
}
