package dev.pledgedesk.promise.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.promise.LimitCheck;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.PrivacySection.Requests;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Rules of the clocks of requests, in {@code privacy.yaml}, that a schema cannot say. */
@ApplicationScoped
public class DataRequestCheck implements ConfigCheck {

    @Inject
    DeskClock clock;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        Requests rules = config.requests();
        LimitCheck limits = new LimitCheck(config, "privacy", findings, clock);
        limits.limit("/requests", CalendarSection.ALWAYS, null, rules.warnAt());
        limits.escalation("/requests", rules.escalation(), List.of(CalendarSection.ALWAYS));
    }
}
