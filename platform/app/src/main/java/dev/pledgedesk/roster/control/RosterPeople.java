package dev.pledgedesk.roster.control;

import dev.pledgedesk.identity.Duties;
import dev.pledgedesk.identity.MissingPass;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.RosterSection.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who can be put on duty. */
@ApplicationScoped
@Transactional
public class RosterPeople {

    @Inject
    Staff staff;

    @Inject
    Duties duties;

    /** Somebody who works here; refused at a field if he does not. */
    StaffView member(UUID id, String pointer) {
        try {
            StaffView member = staff.get(id);
            if (member.active()) {
                return member;
            }
        } catch (Problem absent) {
            throw Problem.unprocessable(new FieldError(pointer, "field.unknown-key", String.valueOf(id)));
        }
        throw Problem.unprocessable(new FieldError(pointer, "field.unknown-key", String.valueOf(id)));
    }

    /** Refuses who cannot fill a post: his role does not, or a pass is missing, which is named. */
    void require(StaffView member, Post post, String pointer) {
        if (post.roles().stream().noneMatch(member.roles()::contains)) {
            throw Problem.unprocessable(new FieldError(pointer, "roster.role", member.name(), post.name()));
        }
        duties.require(member, Work.shift(post.key()), pointer);
    }

    /** Who can fill a post now. */
    List<StaffView> able(Post post) {
        List<StaffView> members = staff.inRoles(post.roles());
        Map<UUID, List<MissingPass>> missing = duties.missing(members, Work.shift(post.key()));
        return members.stream().filter(m -> !missing.containsKey(m.id())).toList();
    }
}
