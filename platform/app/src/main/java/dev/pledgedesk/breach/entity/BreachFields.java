package dev.pledgedesk.breach.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of the register of leaks are to a person. */
@ApplicationScoped
public class BreachFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("breach", Whose.EVERYBODY).none("tenant_id", "id", "severity", "version").usedFor(Purpose.EVIDENCE).kept(Retention.WITH_TENANT).seenBy(Permission.PRIVACY_READ)
                        .ordinary("aware_at", "reported_by", "reported_at", "contained_by", "contained_at", "assessed_by", "assessed_at", "closed_by", "closed_at")
                        .personal("title", "happened", "containment", "assessment", "conclusion", "notice").end(),
                FieldTable.of("breach_duty", Whose.STAFF).none("tenant_id", "id", "breach_id", "regime", "kind", "state", "due_at", "version").usedFor(Purpose.EVIDENCE)
                        .kept(Retention.WITH_TENANT).seenBy(Permission.PRIVACY_READ).ordinary("settled_by", "settled_at").personal("note").end(),
                FieldTable.of("breach_person", Whose.CUSTOMERS).none("tenant_id", "id", "breach_id", "version").usedFor(Purpose.EVIDENCE, Purpose.CONTACT).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.PRIVACY_READ).ordinary("customer_id", "source", "added_at", "notice", "written_at").end());
    }
}
