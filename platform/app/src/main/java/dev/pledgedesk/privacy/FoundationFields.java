package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables of the rooms below this one, which cannot know it. */
@ApplicationScoped
public class FoundationFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("config_version", Whose.NOBODY).none("tenant_id", "number", "digest", "document", "sources", "applied_at", "applied_by").end(),
                FieldTable.of("outbox_event", Whose.EVERYBODY).none("tenant_id", "id", "type")
                        .usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT).seenBy().ordinary("subject_id", "occurred_at", "actor").personal("payload").end(),
                FieldTable.of("event_place", Whose.NOBODY).none("tenant_id", "id", "number").end(),
                FieldTable.of("event_feed", Whose.NOBODY).none("tenant_id", "id", "last_number", "settled").end(),
                FieldTable.of("journal_entry", Whose.EVERYBODY).none("tenant_id", "id")
                        .usedFor(Purpose.EVIDENCE).kept(Retention.WITH_TENANT).seenBy(Permission.JOURNAL_READ)
                        .ordinary("at", "actor", "action", "subject_type", "subject_id", "request_id").personal("before", "after", "reason").end(),
                FieldTable.of("journal_seal", Whose.NOBODY).none("tenant_id", "number", "entry_id", "hash").end(),
                FieldTable.of("journal_chain", Whose.NOBODY).none("tenant_id", "number", "hash").end(),
                FieldTable.of("tenant_sealed", Whose.NOBODY).none("tenant_id", "since").end(),
                FieldTable.of("tenant_key", Whose.NOBODY).none("tenant_id", "vault", "keyset", "index_key", "version", "changed_at").end(),
                FieldTable.of("disposal_mark", Whose.EVERYBODY).none("tenant_id", "id").usedFor(Purpose.EVIDENCE).kept(Retention.UNTIL_EXPIRED).seenBy(Permission.PRIVACY_READ)
                        .ordinary("kind", "record_id", "marked_at", "due_at").end(),
                FieldTable.of("disposal_run", Whose.NOBODY).none("tenant_id", "id", "kind", "day", "marked", "spared", "removed", "version").end(),
                FieldTable.of("privacy_alert", Whose.EVERYBODY).none("tenant_id", "id", "version").usedFor(Purpose.SECURITY).kept(Retention.WITH_TENANT).seenBy(Permission.PRIVACY_READ)
                        .ordinary("kind", "actor", "customer_id", "record_id", "amount", "raised_at", "reviewed_by", "reviewed_at", "note_about").personal("note").end(),
                FieldTable.of("person_key", Whose.EVERYBODY).none("tenant_id")
                        .usedFor(Purpose.SECURITY).kept(Retention.WITH_TENANT).seenBy().ordinary("person_id", "created_at", "destroyed_at").sensitive("wrapped").end());
    }
}
