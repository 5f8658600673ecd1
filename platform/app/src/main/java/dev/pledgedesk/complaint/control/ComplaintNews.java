package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.notification.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells staff what has become of a complaint. */
@ApplicationScoped
public class ComplaintNews {

    @Inject
    Staff staff;

    @Inject
    Notices notices;

    /** Everybody who has one of some roles. */
    void tellRoles(Collection<String> roles, String kind, Complaint complaint, LocalizedText what) {
        if (!roles.isEmpty()) {
            tell(staff.inRoles(roles), kind, complaint, what);
        }
    }

    /** Some members of staff; {@code kind} is a key below {@code notice.}. */
    void tell(List<StaffView> members, String kind, Complaint complaint, LocalizedText what) {
        tell(members, kind, ComplaintClocks.TYPE, complaint.id(), complaint, what);
    }

    /** As {@link #tell(List, String, Complaint, LocalizedText)}, of what one department is asked. */
    void tellOfCase(List<StaffView> members, String kind, UUID caseId, Complaint complaint, LocalizedText what) {
        tell(members, kind, CaseClocks.TYPE, caseId, complaint, what);
    }

    private void tell(List<StaffView> members, String kind, String type, UUID id, Complaint complaint, LocalizedText what) {
        members.forEach(member -> notices.tell(member, kind, type, id, Map.of("number", complaint.number(), "what", what.byTag())));
    }
}
