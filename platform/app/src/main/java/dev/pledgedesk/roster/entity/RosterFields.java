package dev.pledgedesk.roster.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of the roster are to a person. */
@ApplicationScoped
public class RosterFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                of("shift_assignment").none("tenant_id", "id", "shift", "post", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.ROSTER_READ)
                        .ordinary("day", "staff_id", "starts_at", "ends_at", "signed_in_at", "signed_out_at", "faults").end(),
                of("absence").none("tenant_id", "id", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.ROSTER_MANAGE)
                        .ordinary("staff_id", "from_day", "to_day", "kind", "state", "asked_at", "decided_by").personal("reason").end(),
                of("shift_swap").none("tenant_id", "id", "assignment_id", "in_return_id", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.ROSTER_MANAGE)
                        .ordinary("staff_id", "taker_id", "state", "asked_at", "decided_by").end(),
                of("calendar_feed").none("tenant_id", "id", "language", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd().ordinary("staff_id", "made_at").seenBy()
                        .sensitive("token_hash").end(),
                of("roster_run").none("tenant_id", "id", "from_day", "days", "state", "hard", "unmet", "soft", "millis", "gaps", "version").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.ROSTER_MANAGE).ordinary("proposal", "started_by", "started_at", "ended_at").end());
    }

    private static FieldTable.Declaration of(String table) {
        return FieldTable.of(table, Whose.STAFF);
    }
}
