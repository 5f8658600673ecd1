package dev.pledgedesk.quality.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.ActionState;
import dev.pledgedesk.quality.entity.ActionRows;
import dev.pledgedesk.quality.entity.CorrectiveAction;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A corrective action is done by the day that was set, and its effect known by another one; its owner is told, and of the effect whoever manages quality. */
@ApplicationScoped
public class ActionClocks implements ClockSubjects {

    static final String TYPE = "corrective-action";
    private static final String MEASURE = "measure";
    private static final String EFFECT = "effect";
    private static final List<Integer> WARN_AT = List.of(80);
    private static final Policy POLICY = new Policy(TYPE, Messages.everywhere("quality.action"), null, List.of(target(MEASURE), target(EFFECT)), null, null);

    @Inject
    Clocks clocks;

    @Inject
    ActionRows actions;

    @Inject
    Staff staff;

    /** Brings them in step; part of the caller's transaction. */
    void follow(CorrectiveAction action) {
        clocks.keep(TYPE, action.id(), sheet -> {
            boolean open = action.state() == ActionState.OPEN;
            if (!open && sheet.open().containsKey(MEASURE)) {
                sheet.fulfil(MEASURE, "measure-done");
            }
            if (action.state() != ActionState.DONE && sheet.open().containsKey(EFFECT)) {
                sheet.fulfil(EFFECT, "effect-known");
            }
            if (open && !sheet.open().containsKey(MEASURE)) {
                sheet.startNamed(POLICY, POLICY.target(MEASURE).orElseThrow(), "action-opened", action.dueAt());
            }
            if (action.state() == ActionState.DONE && !sheet.open().containsKey(EFFECT)) {
                sheet.startNamed(POLICY, POLICY.target(EFFECT).orElseThrow(), "measure-done", action.checkAt());
            }
        });
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        CorrectiveAction action = actions.get(id);
        Stream<StaffView> owner = Stream.of(staff.get(action.ownerId())).filter(StaffView::active);
        Stream<StaffView> managing = action.state() == ActionState.DONE ? staff.holding(Permission.QUALITY_MANAGE).stream().filter(m -> !m.id().equals(action.ownerId())) : Stream.empty();
        return new ClockSubject(id, Messages.everywhere("quality.action"), null, Stream.concat(owner, managing).toList());
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return Optional.of(POLICY);
    }

    private static Target target(String key) {
        return new Target(key, Messages.everywhere("quality." + key), Metric.CUSTOM, null, null, null, WARN_AT, null, null, null, false);
    }
}
