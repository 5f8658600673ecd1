package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequestMoved;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockSheet;
import dev.pledgedesk.promise.ClockSubject;
import dev.pledgedesk.promise.ClockSubjects;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.tenancy.PrivacySection.Requests;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What persons ask for is decided in time: one clock until the decision, and one more after an appeal. Privacy officers are told. */
@ApplicationScoped
public class DataRequestClocks implements ClockSubjects {

    private static final String TYPE = "data-request";
    private static final String APPEAL = "-appeal";
    private static final int HOURS_OF_A_DAY = 24;

    @Inject
    Clocks clocks;

    @Inject
    Tenants tenants;

    @Inject
    Staff staff;

    void moved(@Observes DataRequestMoved event) {
        clocks.keep(TYPE, event.requestId(), sheet -> follow(sheet, event));
    }

    private void follow(ClockSheet sheet, DataRequestMoved event) {
        switch (event.state()) {
            case OPEN -> start(sheet, event.kind().key(), "asked", event.at());
            case APPEALED -> start(sheet, event.kind().key() + APPEAL, "appealed", event.at());
            case WITHDRAWN, ENDED -> Set.copyOf(sheet.open().keySet()).forEach(target -> sheet.cancel(target, "taken-back"));
            default -> Set.copyOf(sheet.open().keySet()).forEach(target -> sheet.fulfil(target, "decided"));
        }
    }

    private void start(ClockSheet sheet, String target, String cause, Instant since) {
        Policy policy = policy(tenants.config());
        sheet.start(tenants.current().configVersion(), policy, policy.target(target).orElseThrow(), cause, since);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ClockSubject get(UUID id) {
        return new ClockSubject(id, Messages.everywhere("promise.data-request"), null, staff.holding(Permission.PRIVACY_MANAGE));
    }

    @Override
    public Optional<Policy> policy(TenantConfig config, String key) {
        return Optional.of(policy(config));
    }

    private static Policy policy(TenantConfig config) {
        Requests rules = config.requests();
        List<Target> targets = Arrays.stream(DataRequestKind.values()).flatMap(kind -> Stream.of(target(kind, "", rules), target(kind, APPEAL, rules))).toList();
        return new Policy(TYPE, Messages.everywhere("promise.data-request"), null, targets, rules.escalation(), null);
    }

    /** Days of requests are of 24 hours, those of limits are working days. */
    private static Target target(DataRequestKind kind, String stage, Requests rules) {
        return new Target(kind.key() + stage, Messages.everywhere("request.kind." + kind.key()), Metric.RESOLUTION, null, null, rules.answerDays() * HOURS_OF_A_DAY + "h", rules.warnAt(), null, null, null, true);
    }
}
