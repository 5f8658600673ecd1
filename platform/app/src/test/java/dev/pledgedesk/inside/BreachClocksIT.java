package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.breach.Breaches;
import dev.pledgedesk.breach.Breaches.Breach;
import dev.pledgedesk.breach.Breaches.Duty;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import dev.pledgedesk.tenancy.control.ConfigFile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The times in which leaks are to be told, as time passes; and what is written of them, which nobody reads in the database. */
@ExtendWith(ArquillianExtension.class)
class BreachClocksIT extends SealedDesk {

    private static final ConfigFile RULES = new ConfigFile("privacy.yaml", "breaches: {regimes: [{key: law, name: {en: Law}, report: {minor: 120, major: 72}}]}");

    @Inject
    Breaches breaches;

    @Inject
    Alerts alerts;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private List<AlertKind> raised(TenantId tenant) {
        return as(tenant, () -> alerts.page(true, PageRequest.first(50)).items().stream().map(a -> a.cause().kind()).toList());
    }

    /** Told by this test, not by the desk's own worker, whose clock the test moves. */
    private static void keepFromWorkers(UUID duty) {
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where id = ?", duty);
    }

    @Test
    void theOfficerIsToldBeforeAndAfterUnlessItIsDoneOrDueLaterByNow() {
        TenantId a = SmallDesk.configured(configurations, tenants, "leak-a", RULES);
        TenantId b = SmallDesk.configured(configurations, tenants, "leak-b", RULES);
        Breach breach = as(a, () -> breaches.report(new Breaches.Report("Zebrafinch title", "Zebrafinch at home", Severity.MAJOR, clock.now())));
        Duty duty = breach.duties().get(0);
        keepFromWorkers(duty.id());
        assertThat(OwnerSql.read("select round(extract(epoch from d.due_at - w.due_at) / 3600) from due_work w join breach_duty d on d.id = w.id where w.kind = 'breach-due' and w.id = ?", duty.id()))
                .containsExactly("12");
        clock.pass(Duration.ofHours(61));
        work(a, "breach-due", duty.id());
        assertThat(raised(a)).containsExactly(AlertKind.BREACH_DUE, AlertKind.BREACH_REPORTED);
        clock.pass(Duration.ofHours(12));
        as(a, () -> breaches.assess(breach.id(), Severity.MINOR, "Less zebrafinch than thought"));
        work(a, "breach-overdue", duty.id());
        assertThat(raised(a)).as("it has more time now").doesNotContain(AlertKind.BREACH_OVERDUE);
        clock.pass(Duration.ofHours(48));
        work(a, "breach-overdue", duty.id());
        assertThat(raised(a)).startsWith(AlertKind.BREACH_OVERDUE);
        as(a, () -> breaches.settle(breach.id(), duty.id(), true, "Zebrafinch note"));
        work(a, "breach-overdue", duty.id());
        assertThat(raised(a)).hasSize(3);
        assertThat(raised(b)).as("next door nothing").isEmpty();
        assertThat(leaks("zebrafinch")).as("what is written of a leak").isEmpty();
        assertThat(as(a, () -> breaches.get(breach.id())).reported().text()).isEqualTo("Zebrafinch at home");
    }
}
