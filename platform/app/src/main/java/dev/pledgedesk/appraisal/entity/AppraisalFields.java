package dev.pledgedesk.appraisal.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of supervision are to a person. */
@ApplicationScoped
public class AppraisalFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                of("inspection_sample").none("tenant_id", "id", "sampling", "from_at", "until_at", "seed", "population", "drawn", "drawn_at").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.INSPECTION_DO).ordinary("drawn_by").end(),
                of("inspection").none("tenant_id", "id", "sample_id", "form", "config_version", "first_id", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF)
                        .seenByPersonAnd(Permission.INSPECTION_DO, Permission.APPRAISAL_READ).ordinary("ticket_id", "staff_id", "inspector_id", "marks", "score", "failed", "at").personal("words").end(),
                of("appraisal").none("tenant_id", "id", "scheme", "config_version", "from_day", "to_day", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.APPRAISAL_READ)
                        .ordinary("staff_id", "state", "scores", "total", "grade", "talked_by", "talked_at", "acknowledged_at", "appeal", "closed_at")
                        .personal("self_words", "talk_words", "appeal_words", "appeal_answer").end(),
                of("merit").none("tenant_id", "id", "rule", "config_version", "version").usedFor(Purpose.WORK, Purpose.EVIDENCE).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.APPRAISAL_READ)
                        .ordinary("staff_id", "kind", "points", "state", "step", "proposed_by", "proposed_at", "approved_by", "in_force_at", "appeal").personal("reason", "hearing", "decision", "appeal_words").end());
    }

    private static FieldTable.Declaration of(String table) {
        return FieldTable.of(table, Whose.STAFF);
    }
}
