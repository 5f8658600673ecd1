package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of training are to a person. */
@ApplicationScoped
public class TrainingFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                of("assessment").none("tenant_id", "id", "qualification", "config_version", "round", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ)
                        .ordinary("staff_id", "state", "theory", "practice", "practice_void", "conduct", "overall", "opened_by", "opened_at", "closed_at", "appeal", "appealed_at", "appeal_by")
                        .personal("appeal_words", "appeal_answer").end(),
                of("assessment_judgement").none("tenant_id", "id", "assessment_id", "kind").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ)
                        .ordinary("staff_id", "rater_id", "ticket_id", "marks", "score", "asked_at", "at").personal("words").end(),
                of("certificate").none("tenant_id", "id", "qualification", "assessment_id", "code", "version").usedFor(Purpose.WORK, Purpose.EVIDENCE).kept(Retention.WITH_STAFF)
                        .seenByPersonAnd(Permission.TRAINING_READ).ordinary("staff_id", "issuer", "issued_by", "issued_at", "valid_until", "revoked_at", "revoked_by").personal("document", "revoked_why").end(),
                of("duty_exception").none("tenant_id", "id", "qualification", "version").usedFor(Purpose.WORK, Purpose.EVIDENCE).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ)
                        .ordinary("staff_id", "granted_by", "granted_at", "until", "ended_at", "ended_by").personal("reason").end(),
                FieldTable.of("question", Whose.NOBODY).none("tenant_id", "id", "topic", "kind", "difficulty", "state", "latest", "version").end(),
                of("question_version").none("tenant_id", "id", "question_id", "number", "content", "at").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT).seenBy(Permission.TRAINING_MANAGE).ordinary("actor").end(),
                of("exam_attempt").none("tenant_id", "id", "assessment_id", "exam", "config_version", "seed", "seat", "points", "version").usedFor(Purpose.WORK, Purpose.EVIDENCE).kept(Retention.WITH_STAFF)
                        .seenByPersonAnd(Permission.TRAINING_MANAGE).ordinary("staff_id", "state", "started_at", "ends_at", "submitted_at", "score").end(),
                of("exam_answer").none("tenant_id", "id", "attempt_id", "place", "question_id", "question_number", "kind", "points", "shown", "version").usedFor(Purpose.WORK, Purpose.EVIDENCE)
                        .kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_MANAGE).ordinary("staff_id", "given", "marked_by").personal("answer", "remark").end(),
                of("training_plan_entry").none("tenant_id", "id", "year", "month", "course", "goal", "places", "version").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT)
                        .seenByPersonAnd(Permission.TRAINING_READ).ordinary("trainer_id").end(),
                of("training_session").none("tenant_id", "id", "course", "entry_id", "starts_at", "ends_at", "place", "places", "code", "state", "version").usedFor(Purpose.WORK).kept(Retention.WITH_TENANT)
                        .seenByPersonAnd(Permission.TRAINING_READ).ordinary("trainer_id").end(),
                of("enrolment").none("tenant_id", "id", "session_id", "version").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ)
                        .ordinary("staff_id", "state", "at", "attended_at", "rating").personal("feedback").end(),
                of("training_task").none("tenant_id", "id", "programme", "course", "turn", "due_on").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ)
                        .ordinary("staff_id", "done_at").end(),
                FieldTable.of("training_material", Whose.NOBODY).none("tenant_id", "id", "course", "place", "kind", "title", "body", "address", "file_name", "file_type", "content", "version").end(),
                of("material_progress").none("tenant_id", "id", "material_id").usedFor(Purpose.WORK).kept(Retention.WITH_STAFF).seenByPersonAnd(Permission.TRAINING_READ).ordinary("staff_id", "percent", "at").end());
    }

    private static FieldTable.Declaration of(String table) {
        return FieldTable.of(table, Whose.STAFF);
    }
}
