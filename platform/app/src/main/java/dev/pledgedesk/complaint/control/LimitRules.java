package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.promise.ClockSheet;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.ComplaintSection.Limit;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings the clocks of a complaint in step with where it is, by the limits of its regime; again it changes nothing. */
final class LimitRules {

    /** Key of the promise that a department answers in time. */
    static final String OPINION = "opinion";

    private final Regime regime;
    private final Policy policy;

    LimitRules(Regime regime) {
        this.regime = regime;
        this.policy = policy(regime);
    }

    /** A regime as clocks know it. */
    static Policy policy(Regime regime) {
        List<Target> targets = new ArrayList<>(regime.limits().stream().map(l -> new Target(l.key(), l.name(), Metric.CUSTOM, null, l.calendar(), l.limit(), l.warnAt(), null, null, null, l.shown())).toList());
        return new Policy(regime.key(), regime.name(), null, targets, regime.escalation(), null);
    }

    /**
     * Brings them in step.
     *
     * @param passed keys of stages that it has been at
     */
    void follow(ClockSheet sheet, Complaint complaint, Set<String> passed) {
        for (Limit limit : regime.limits()) {
            boolean fits = limit.when().fits(complaint.severity(), complaint.isComplex());
            if (sheet.open().containsKey(limit.key())) {
                goOn(sheet, limit, complaint, fits);
            } else if (complaint.isOpen() && fits && begins(sheet, limit, complaint, passed)) {
                sheet.start(complaint.configVersion(), policy, policy.target(limit.key()).orElseThrow(), limit.isFromReceipt() ? "received" : cause(complaint),
                        limit.isFromReceipt() ? complaint.receivedAt() : complaint.stageSince());
            }
            if (sheet.open().containsKey(limit.key()) && limit.pauseIn().contains(complaint.stage())) {
                sheet.pause(limit.key(), cause(complaint));
            }
        }
    }

    private void goOn(ClockSheet sheet, Limit limit, Complaint complaint, boolean fits) {
        if (complaint.isOpen() && !fits) {
            sheet.cancel(limit.key(), "retargeted");
        } else if (!complaint.isOpen() && complaint.outcome() != ComplaintOutcome.SATISFIED) {
            // Nothing that was to end in satisfaction has been kept by ending otherwise.
            sheet.cancel(limit.key(), complaint.outcome().key());
        } else if (ends(limit, complaint)) {
            sheet.fulfil(limit.key(), cause(complaint));
        } else if (!complaint.isOpen()) {
            sheet.cancel(limit.key(), complaint.outcome().key());
        } else if (!limit.pauseIn().contains(complaint.stage())) {
            sheet.resume(limit.key(), cause(complaint));
        }
    }

    /** From receipt it runs once, not after its end was passed, and again only if it ended because it did not fit for a while; it counts from the receipt then, whatever it stood still before. */
    private boolean begins(ClockSheet sheet, Limit limit, Complaint complaint, Set<String> passed) {
        return limit.isFromReceipt() ? !ends(limit, complaint) && limit.stopIn().stream().noneMatch(passed::contains) && sheet.last(limit.key()).map(s -> s == ClockState.CANCELLED).orElse(true) : limit.startIn().contains(complaint.stage());
    }

    private boolean ends(Limit limit, Complaint complaint) {
        if (!limit.stopIn().isEmpty()) {
            return limit.stopIn().contains(complaint.stage());
        }
        return limit.isFromReceipt() ? regime.stage(complaint.stage()).orElseThrow().kind() == StageKind.ARCHIVED : !limit.startIn().contains(complaint.stage());
    }

    private static String cause(Complaint complaint) {
        return "stage:" + complaint.stage();
    }
}
