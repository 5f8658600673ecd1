package dev.pledgedesk.notification.entity;

import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of notices are to the member of staff who gets them; they hold no words of anybody. */
@ApplicationScoped
public class NoticeFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(FieldTable.of("staff_notice", Whose.STAFF).none("tenant_id", "id", "kind", "subject_type", "facts", "version").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT).seenBy()
                .ordinary("staff_id", "subject_id", "created_at", "read_at").end());
    }
}
