package dev.pledgedesk.inbound.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.Mask;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of messages that came in are to a person. */
@ApplicationScoped
public class InboundFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("inbound_channel", Whose.NOBODY).none("tenant_id", "id", "version", "channel", "cursor", "looked_at", "failing_since", "failure", "told_at", "taken_till").end(),
                FieldTable.of("inbound_message", Whose.EVERYBODY).none("tenant_id", "id", "version", "channel", "external_id", "way", "reason").kept(Retention.WITH_TENANT)
                        .usedFor(Purpose.SERVICE, Purpose.CONTACT).seenBy(Permission.TICKET_WRITE).ordinary("person_id", "state", "ticket_id", "files", "sent_at", "received_at", "decided_by").kept(Retention.BY_RULE)
                        .personal(Mask.MAIL, "sender").personal("sender_name", "subject", "body").end());
    }
}
