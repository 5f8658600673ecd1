package dev.pledgedesk.training;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.training.control.MaterialTransactions;
import dev.pledgedesk.training.control.PlanTransactions;
import dev.pledgedesk.training.control.SessionTransactions;
import dev.pledgedesk.training.control.SessionViews;
import dev.pledgedesk.training.control.TaskTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The yearly plan, sessions of courses, what they are learnt from, and who is to take part. */
@ApplicationScoped
public class Courses {

    @Inject
    PlanTransactions plans;

    @Inject
    SessionTransactions sessions;

    @Inject
    SessionViews views;

    @Inject
    TaskTransactions tasks;

    @Inject
    MaterialTransactions materials;

    @Inject
    Caller caller;

    /** The plan of a year, by month. */
    public List<PlanEntryView> plan(int year) {
        caller.require(Permission.TRAINING_READ);
        return plans.of(year);
    }

    public PlanEntryView plan(PlanEntryDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return plans.plan(draft);
    }

    public PlanEntryView replan(UUID id, Long expectedVersion, PlanEntryDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return plans.replan(id, expectedVersion, draft);
    }

    /** Takes an entry that no session fulfils out of the plan. */
    public void unplan(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        plans.remove(id);
    }

    /** Those that end after a moment, the earliest first; anybody of the staff. */
    public Page<SessionView> sessions(Instant from, PageRequest request) {
        caller.staffId();
        return views.from(from, request);
    }

    public SessionView session(UUID id) {
        caller.staffId();
        return views.get(id);
    }

    /** Those that somebody takes part in, the latest first. */
    public List<SessionView> sessionsOf(UUID member) {
        requireOwnOr(member, Permission.TRAINING_READ);
        return views.ofStaff(member);
    }

    public SessionView hold(SessionDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return sessions.plan(draft);
    }

    public SessionView move(UUID id, Long expectedVersion, SessionDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return sessions.replan(id, expectedVersion, draft);
    }

    public SessionView cancel(UUID id) {
        caller.require(Permission.TRAINING_MANAGE);
        return sessions.cancel(id);
    }

    /** Somebody takes a place, or waits for one. */
    public SessionView enrol(UUID id, UUID member) {
        requireOwnOr(member, Permission.TRAINING_MANAGE);
        return sessions.enrol(id, member);
    }

    /** He gives it back. */
    public SessionView withdraw(UUID id, UUID member) {
        requireOwnOr(member, Permission.TRAINING_MANAGE);
        return sessions.withdraw(id, member);
    }

    /** The caller is there. */
    public SessionView attend(UUID id, String code) {
        caller.staffId();
        return sessions.attend(id, code);
    }

    /** It is over, and these were there. By who holds it, or who runs training. */
    public SessionView close(UUID id, Set<UUID> there) {
        caller.staffId();
        if (!views.get(id).trainerId().equals(caller.staffId())) {
            caller.require(Permission.TRAINING_MANAGE);
        }
        return sessions.close(id, there);
    }

    /** What the caller thinks of it. */
    public SessionView rate(UUID id, int rating, String words) {
        caller.staffId();
        return sessions.rate(id, rating, words);
    }

    /** What somebody is to take part in, by its days. */
    public List<TaskView> tasks(UUID member) {
        requireOwnOr(member, Permission.TRAINING_READ);
        return tasks.open(member);
    }

    /** What should have been done by now, of anybody. */
    public List<TaskView> late() {
        caller.require(Permission.TRAINING_READ);
        return tasks.late();
    }

    /** What a course is learnt from, in its order. */
    public List<MaterialView> materials(String course) {
        caller.staffId();
        return materials.of(course);
    }

    public MaterialView material(UUID id) {
        caller.staffId();
        return materials.get(id);
    }

    /** What a file holds. */
    public MaterialFile file(UUID id) {
        caller.staffId();
        return materials.file(id);
    }

    public MaterialView add(MaterialDraft draft) {
        caller.require(Permission.TRAINING_MANAGE);
        return materials.add(draft);
    }

    public void remove(UUID material) {
        caller.require(Permission.TRAINING_MANAGE);
        materials.remove(material);
    }

    /** The caller is so far with it. */
    public MaterialView reach(UUID material, int percent) {
        caller.staffId();
        return materials.reach(material, percent);
    }

    private void requireOwnOr(UUID member, Permission permission) {
        if (!member.equals(caller.staffId())) {
            caller.require(permission);
        }
    }
}
