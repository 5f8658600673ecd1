package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.Milestone;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells whom a milestone concerns: who works on it of warnings and of the break, and then one post after the other. */
@ApplicationScoped
public class ClockAlarm {

    @Inject
    Staff staff;

    @Inject
    Notices notices;

    /** Begins to tell of what has passed by a moment. */
    Round round(Instant now) {
        return new Round(now);
    }

    /** What is told at one time, in one transaction: who holds a post is looked up once. */
    final class Round {

        private final Instant now;
        private final Map<Collection<String>, List<StaffView>> posts = new HashMap<>();
        private List<StaffView> anybody;

        private Round(Instant now) {
            this.now = now;
        }

        Instant now() {
            return now;
        }

        /** Tells them; gives how many they were. */
        int tell(Running running, Milestone milestone, ClockSubject subject) {
            Map<String, Object> facts = new TreeMap<>();
            facts.put("number", subject.label().byTag());
            facts.put("what", running.target().name().byTag());
            facts.put("at", milestone.at().toString());
            if (milestone.kind() == Kind.WARN) {
                facts.put("percent", milestone.cause());
                Instant due = running.reading(now).dueAt();
                facts.put("due", String.valueOf(due));
            }
            String kind = switch (milestone.kind()) {
                case WARN -> "promise-warning";
                case BREACH -> "promise-broken";
                default -> "promise-escalated";
            };
            List<StaffView> concerned = concerned(running, milestone, subject);
            concerned = concerned.isEmpty() ? anybody() : concerned;
            concerned.forEach(member -> notices.tell(member, kind, running.row().subjectType(), subject.id(), facts));
            return concerned.size();
        }

        private List<StaffView> concerned(Running running, Milestone milestone, ClockSubject subject) {
            if (milestone.kind() != Kind.ESCALATE) {
                return subject.working();
            }
            Step step = running.course().escalation().get(Integer.parseInt(milestone.cause()) - 1);
            List<StaffView> holders = posts.computeIfAbsent(step.roles(), staff::inRoles);
            List<StaffView> ofTheTeam = holders.stream().filter(m -> subject.team() != null && m.teams().contains(subject.team())).toList();
            return ofTheTeam.isEmpty() ? holders : ofTheTeam;
        }

        /** Never silent: where nobody has it and no post is filled, whoever could take it, and then who looks after the staff. */
        private List<StaffView> anybody() {
            if (anybody == null) {
                List<StaffView> holders = staff.holding(Permission.TICKET_WRITE);
                anybody = holders.isEmpty() ? staff.holding(Permission.STAFF_MANAGE) : holders;
            }
            return anybody;
        }
    }
}
