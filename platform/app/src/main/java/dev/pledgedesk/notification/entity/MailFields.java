package dev.pledgedesk.notification.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.Mask;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of outgoing mails are to a person. */
@ApplicationScoped
public class MailFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(FieldTable.of("outgoing_mail", Whose.EVERYBODY).none("tenant_id", "id", "version").kept(Retention.BY_RULE)
                .usedFor(Purpose.CONTACT, Purpose.EVIDENCE).seenBy(Permission.MAIL_READ)
                .ordinary("person_id", "way", "ticket_id", "carrier", "reference", "state", "attempts", "created_at", "sent_at").personal(Mask.MAIL, "recipient").personal("subject", "body", "last_error").end());
    }
}
