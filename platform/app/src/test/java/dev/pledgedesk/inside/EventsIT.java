package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event is part of the transaction that caused it: refused, undone and told together with it. */
@ExtendWith(ArquillianExtension.class)
class EventsIT {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private ProbeStore store;

    @Inject
    private ProbeListener listener;

    @BeforeEach
    void forget() {
        if (listener != null) {
            listener.deliveries().clear();
        }
    }

    @Test
    void anEventIsWrittenWithItsChangeAndDeliveredInItsTenant() throws InterruptedException {
        TenantId a = BareTenants.fresh();
        UUID id = ProbeStore.id();
        scope.run(a, () -> store.addAndPublish(id, new ProbeHappened(id, false), false));
        ProbeListener.Delivery delivery = listener.deliveries().poll(30, TimeUnit.SECONDS);
        assertThat(delivery).isNotNull();
        assertThat(delivery.openTenant()).isEqualTo(a.value());
        assertThat(delivery.event().tenant()).isEqualTo(a);
        assertThat(delivery.event().subjectId()).isEqualTo(id);
        assertThat(delivery.event().payload().get("refused").asBoolean(true)).isFalse();
        assertThat(rows(a)).containsExactly("customer", "outbox_event");
    }

    @Test
    void anObserverThatThrowsUndoesTheChange() {
        TenantId a = BareTenants.fresh();
        UUID id = ProbeStore.id();
        assertThatThrownBy(() -> scope.run(a, () -> store.addAndPublish(id, new ProbeHappened(id, true), false)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("refused by an observer");
        assertThat(rows(a)).isEmpty();
    }

    @Test
    void aChangeThatFailsLaterIsNotTold() {
        TenantId a = BareTenants.fresh();
        UUID id = ProbeStore.id();
        assertThatThrownBy(() -> scope.run(a, () -> store.addAndPublish(id, new ProbeHappened(id, false), true))).hasMessage("after the event");
        assertThat(rows(a)).as("no row of the change, of the outbox or of work to come").isEmpty();
        assertThat(listener.deliveries()).isEmpty();
    }

    private static List<String> rows(TenantId tenant) {
        return OwnerSql.read("select 'customer' from customer where tenant_id = ? union all select 'outbox_event' from outbox_event where tenant_id = ?"
                + " union all select 'due_work' from due_work where tenant_id = ? and kind <> 'event/probe' order by 1", tenant.value(), tenant.value(), tenant.value());
    }
}
