package dev.pledgedesk.quality.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.entity.EvaluationRun;
import dev.pledgedesk.quality.entity.EvaluationRuns;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An evaluation is reported by its day; whoever manages quality is told. */
@ApplicationScoped
public class EvaluationClocks implements ClockSubjects {

    static final String TYPE = "evaluation";
    private static final String REPORT = "report";
    private static final List<Integer> WARN_AT = List.of(80);
    private static final Policy POLICY = new Policy(TYPE, Messages.everywhere("quality.evaluation"), null,
            List.of(new Target(REPORT, Messages.everywhere("quality.report"), Metric.CUSTOM, null, null, null, WARN_AT, null, null, null, false)), null, null);

    @Inject
    Clocks clocks;

    @Inject
    EvaluationRuns runs;

    @Inject
    Staff staff;

    /** Brings it in step; part of the caller's transaction. */
    void follow(EvaluationRun run) {
        clocks.keep(TYPE, run.id(), sheet -> {
            if (run.isOpen() && !sheet.open().containsKey(REPORT)) {
                sheet.startNamed(POLICY, POLICY.target(REPORT).orElseThrow(), "evaluation-begun", run.dueAt());
            } else if (!run.isOpen() && sheet.open().containsKey(REPORT)) {
                sheet.fulfil(REPORT, "evaluation-closed");
            }
        });
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        runs.get(id);
        return new ClockSubject(id, Messages.everywhere("quality.evaluation"), null, staff.holding(Permission.QUALITY_MANAGE));
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return Optional.of(POLICY);
    }
}
