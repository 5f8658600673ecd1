package dev.pledgedesk.quality.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of corrective actions are to a person. */
@ApplicationScoped
public class QualityFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("corrective_action", Whose.EVERYBODY).none("tenant_id", "id", "cause", "state", "round", "due_at", "check_at", "source_id", "evaluation_id", "version").usedFor(Purpose.WORK)
                        .kept(Retention.WITH_TENANT).seenBy(Permission.QUALITY_READ).ordinary("owner_id", "opened_by", "opened_at").personal("title", "plan").end(),
                FieldTable.of("corrective_action_entry", Whose.EVERYBODY).none("tenant_id", "id", "action_id", "kind").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.QUALITY_READ).ordinary("at", "actor").personal("words").end(),
                FieldTable.of("evaluation_run", Whose.EVERYBODY).none("tenant_id", "id", "standard", "config_version", "from_day", "to_day", "seed", "state", "due_at", "report", "version")
                        .usedFor(Purpose.WORK).kept(Retention.WITH_TENANT).seenBy(Permission.QUALITY_READ).ordinary("begun_by", "begun_at", "closed_by", "closed_at").personal("words").end(),
                FieldTable.of("evaluation_answer", Whose.CUSTOMERS).none("tenant_id", "id", "run_id", "part", "team", "version").usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT)
                        .seenByPersonAnd(Permission.QUALITY_READ).ordinary("customer_id", "ticket_id", "state", "tries", "marks", "score", "failed", "answered_by", "answered_at").personal("words").seenBy()
                        .sensitive("token_hash").end());
    }
}
