package dev.pledgedesk.breach.control;

import dev.pledgedesk.breach.DutyKind;
import dev.pledgedesk.breach.entity.BreachDuties;
import dev.pledgedesk.breach.entity.BreachDuty;
import dev.pledgedesk.breach.entity.BreachRecord;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.Deadlines;
import dev.pledgedesk.tenancy.BreachRules.Hours;
import dev.pledgedesk.tenancy.BreachRules.Regime;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets what is owed for a leak, and until when, by the tenant's regimes and the severity as it is known. Takes part in its caller's transaction. */
@ApplicationScoped
public class DutyClocks {

    /** How long before something is due the officer is told, at most. */
    private static final Duration SOON = Duration.ofHours(12);

    @Inject
    BreachDuties duties;

    @Inject
    Tenants tenants;

    @Inject
    Deadlines deadlines;

    /** After it was reported, and whenever it was assessed: what is settled stays settled. A regime that left the configuration leaves its duties as they are. */
    void set(BreachRecord breach) {
        Map<String, BreachDuty> known = duties.of(List.of(breach.id())).stream().collect(Collectors.toMap(d -> d.regime() + "/" + d.kind().key(), Function.identity()));
        for (Regime regime : tenants.config().breaches().regimes()) {
            set(breach, regime.key(), DutyKind.REPORT, regime.report(), known);
            set(breach, regime.key(), DutyKind.NOTICE, regime.notice(), known);
        }
        duties.flush();
    }

    private void set(BreachRecord breach, String regime, DutyKind kind, Hours hours, Map<String, BreachDuty> known) {
        Integer within = hours.of(breach.severity());
        Instant until = within == null ? null : breach.awareAt().plus(Duration.ofHours(within));
        BreachDuty duty = known.get(regime + "/" + kind.key());
        if (duty != null) {
            duty.owed(until);
        } else if (until != null) {
            duty = duties.add(new BreachDuty(Ids.next(), breach.id(), regime, kind, until));
        }
        if (until != null) {
            deadlines.watch(DutyWatch.SOON, DutyWatch.LATE, duty.id(), duty.dueAt(), SOON);
        }
    }
}
