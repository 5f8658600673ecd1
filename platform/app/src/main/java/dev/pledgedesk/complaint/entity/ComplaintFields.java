package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of complaints are to a person. When a customer is forgotten their words become unreadable, keys and times stay for the numbers. */
@ApplicationScoped
public class ComplaintFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("complaint", Whose.EVERYBODY).none("tenant_id", "id", "regime", "config_version", "stage", "round", "level", "reminders", "version")
                        .usedFor(Purpose.SERVICE, Purpose.EVIDENCE).kept(Retention.WITH_TENANT).seenBy(Permission.COMPLAINT_READ)
                        .ordinary("number", "customer_id", "ticket_id", "channel", "stage_since", "owner_id", "received_at", "filed_at", "filed_by", "severity", "complex", "at_fault", "occurred_at",
                                "cause", "exception_by", "outcome", "ended_at").end(),
                FieldTable.of("complaint_entry", Whose.EVERYBODY).none("tenant_id", "id", "complaint_id", "number", "kind", "round", "name", "chosen", "case_id")
                        .usedFor(Purpose.SERVICE, Purpose.EVIDENCE).kept(Retention.WITH_TENANT).seenBy(Permission.COMPLAINT_READ).ordinary("at", "actor").personal("words").end(),
                FieldTable.of("complaint_case", Whose.NOBODY).none("tenant_id", "id", "complaint_id", "department", "round", "state", "opened_at", "ended_at", "version").end(),
                FieldTable.of("complaint_ticket", Whose.CUSTOMERS).none("tenant_id", "id", "complaint_id").usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.COMPLAINT_READ).ordinary("ticket_id").end());
    }
}
