package dev.pledgedesk.roster.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.roster.GapView;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.Post;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells people what happens to their shifts, and who runs the roster what has to be decided. */
@ApplicationScoped
public class RosterNotices {

    private static final String DAY = "roster";

    @Inject
    Notices notices;

    @Inject
    RosterDays days;

    @Inject
    Staff staff;

    @Inject
    Caller caller;

    /** Tells a member of a shift; nothing if he has done it himself or has left. */
    void tell(UUID member, String kind, ShiftAssignment shift) {
        if (!member.equals(caller.id())) {
            StaffView who = staff.get(member);
            if (who.active()) {
                tell(who, kind, shift.id(), shift.day().toString(), name(shift), shift.startsAt());
            }
        }
    }

    /** Tells everybody who runs the roster. */
    void tellManagers(String kind, ShiftAssignment shift) {
        managers().forEach(m -> tell(m, kind, shift.id(), shift.day().toString(), name(shift), shift.startsAt()));
    }

    /** Tells everybody who runs the roster of a member's wish. */
    void tellManagers(String kind, UUID id, UUID member, Instant at) {
        managers().forEach(m -> tell(m, kind, id, staff.get(member).login(), LocalizedText.same(""), at));
    }

    /** Tells a member. */
    void tell(UUID member, String kind, UUID id, LocalDate day, Instant at) {
        StaffView who = staff.get(member);
        if (who.active()) {
            tell(who, kind, id, day.toString(), LocalizedText.same(""), at);
        }
    }

    /** Tells people of roles of a gap that is to come. */
    void tellRoles(Collection<String> roles, GapView gap, Instant at) {
        staff.inRoles(roles).forEach(m -> tell(m, "roster-gap", Ids.FIRST, gap.day().toString(), both(gap.postName(), gap.shiftName()), at));
    }

    private List<StaffView> managers() {
        return staff.holding(Permission.ROSTER_MANAGE).stream().filter(m -> !m.id().equals(caller.id())).toList();
    }

    private LocalizedText name(ShiftAssignment shift) {
        RosterSection section = days.section();
        return both(section.post(shift.post()).map(Post::name).orElse(LocalizedText.same(shift.post())), section.shift(shift.shift()).map(Shift::name).orElse(LocalizedText.same(shift.shift())));
    }

    private static LocalizedText both(LocalizedText post, LocalizedText shift) {
        return new LocalizedText(Messages.LOCALES.stream().collect(Collectors.toMap(Locale::toLanguageTag, in -> post.in(in) + " · " + shift.in(in))));
    }

    private void tell(StaffView who, String kind, UUID id, String number, LocalizedText what, Instant at) {
        notices.tell(who, kind, DAY, id, Map.of("number", number, "what", what.byTag(), "at", at.toString()));
    }
}
