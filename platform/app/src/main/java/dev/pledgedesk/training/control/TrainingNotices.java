package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells people what happened to them in training, and who runs training what has to be done; keys and times alone, no words of anybody. */
@ApplicationScoped
public class TrainingNotices {

    /** What a person's record in training is to notices. */
    public static final String RECORD = "training-record";

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    /** Tells a member; nothing if he has left. */
    public void tell(UUID member, String kind, UUID record, LocalizedText what, Instant at) {
        StaffView who = staff.get(member);
        if (who.active()) {
            tell(who, kind, record, what, at);
        }
    }

    /** Tells everybody who runs training, but one. */
    public void tellManagers(UUID but, String kind, UUID record, LocalizedText what, Instant at) {
        staff.holding(Permission.TRAINING_MANAGE).stream().filter(m -> !m.id().equals(but)).forEach(m -> tell(m, kind, record, what, at));
    }

    /** Tells everybody who marks papers, but not whose this one is. */
    public void tellMarkers(UUID writer, UUID paper, LocalizedText exam) {
        staff.holding(Permission.TRAINING_MANAGE).stream().filter(m -> !m.id().equals(writer)).forEach(m -> notices.tell(m, "exam-to-mark", ExamTransactions.SUBJECT, paper, Map.of("number", exam.byTag(), "what", exam.byTag())));
    }

    private void tell(StaffView who, String kind, UUID record, LocalizedText what, Instant at) {
        Map<String, Object> facts = new HashMap<>(Map.of("number", staff.get(record).login(), "what", what.byTag()));
        if (at != null) {
            facts.put("at", at.toString());
        }
        notices.tell(who, kind, RECORD, record, facts);
    }
}
