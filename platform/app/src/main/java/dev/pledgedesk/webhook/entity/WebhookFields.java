package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of webhooks' tables are to a person: messages are about records, and say no more than that something has happened. */
@ApplicationScoped
public class WebhookFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("webhook", Whose.NOBODY).none("tenant_id", "id", "version", "name", "address", "types", "former_until", "state", "reason", "created_at")
                        .usedFor(Purpose.IDENTIFICATION).kept(Retention.WITH_CLIENT).seenBy().sensitive("secret", "former_secret").end(),
                FieldTable.of("webhook_turn", Whose.NOBODY).none("tenant_id", "id", "taken_till", "failing_since").end(),
                FieldTable.of("webhook_delivery", Whose.NOBODY).none("tenant_id", "id", "webhook_id", "event_id", "type", "subject_id", "occurred_at", "state", "round", "due_at", "ended_at").end(),
                FieldTable.of("webhook_attempt", Whose.NOBODY).none("tenant_id", "id", "delivery_id", "at", "status", "failure", "millis").end());
    }
}
