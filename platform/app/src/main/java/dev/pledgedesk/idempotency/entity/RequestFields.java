package dev.pledgedesk.idempotency.entity;

import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of remembered requests are to a person: their answers hold what was asked for. */
@ApplicationScoped
public class RequestFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(FieldTable.of("idempotent_request", Whose.EVERYBODY).none("tenant_id", "id", "key", "status", "location", "etag").kept(Retention.A_DAY)
                .usedFor(Purpose.SERVICE).seenBy().ordinary("caller", "created_at").personal("request_hash", "answer").end());
    }
}
