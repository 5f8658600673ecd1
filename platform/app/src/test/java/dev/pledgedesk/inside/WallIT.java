package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantKey;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.Server;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tenants and nobody, through the application's repositories, its persistence unit and its pool. */
@ExtendWith(ArquillianExtension.class)
class WallIT {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private ProbeStore store;

    @Inject
    private EntityManager entities;

    @Test
    void aRowIsSeenByItsTenantOnly() {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        UUID id = scope.call(a, () -> store.add(ProbeStore.id(), "en"));
        assertThat(scope.call(a, () -> store.finds(id))).isTrue();
        assertThat(scope.call(a, store::carelessSql)).isOne();
        assertThat(scope.call(b, () -> store.finds(id))).isFalse();
        assertThat(scope.call(b, () -> store.findBy(a.value(), id))).as("even with the right key").isNull();
        assertThat(scope.call(b, () -> store.carelessQuery(id))).isZero();
        assertThat(scope.call(b, store::carelessSql)).isZero();
        assertThat(scope.call(b, store::carelessUpdate)).isZero();
    }

    @Test
    void withoutATenantNothingIsSeen() {
        TenantId a = BareTenants.fresh();
        UUID id = scope.call(a, () -> store.add(ProbeStore.id(), "en"));
        assertThat(scope.platform(() -> store.findBy(a.value(), id))).isNull();
        assertThat(scope.platform(() -> store.carelessQuery(id))).isZero();
        assertThat(scope.platform(store::carelessSql)).isZero();
        assertThat(scope.platform(store::carelessUpdate)).isZero();
        assertThatThrownBy(() -> scope.platform(() -> store.finds(id))).isInstanceOf(IllegalStateException.class).hasMessageContaining("tenantless");
    }

    @Test
    void aRowForAnotherTenantIsRefused() {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        assertThatThrownBy(() -> scope.run(b, () -> store.smuggle(a.value()))).hasStackTraceContaining("violates row-level security policy");
        assertThat(OwnerSql.read("select number from config_version where tenant_id in (?, ?)", a.value(), b.value())).isEmpty();
    }

    @Test
    void theSameIdMayStandInTwoTenants() {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        UUID id = ProbeStore.id();
        scope.call(a, () -> store.add(id, "zh-CN"));
        scope.call(b, () -> store.add(id, "en"));
        scope.run(b, () -> store.remove(id));
        assertThat(scope.call(a, () -> store.locale(id))).isEqualTo("zh-CN");
        assertThat(scope.call(b, () -> store.finds(id))).isFalse();
    }

    /** The policy would hold all the same; the first lock must hold without the second. */
    @Test
    void everyStatementNamesTheTenant() {
        TenantId a = BareTenants.fresh();
        List<String> statements = new CopyOnWriteArrayList<>();
        Server session = JpaHelper.getServerSession(entities.getEntityManagerFactory());
        SessionEventAdapter tap = new SessionEventAdapter() {
            @Override
            public void preExecuteCall(SessionEvent event) {
                if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null && call.getSQLString().contains("customer")) {
                    statements.add(call.getSQLString());
                }
            }
        };
        session.getEventManager().addListener(tap);
        try {
            UUID id = scope.call(a, () -> store.add(ProbeStore.id(), "en"));
            scope.run(a, () -> store.verify(id));
            scope.run(a, () -> store.finds(id));
            scope.run(a, () -> store.remove(id));
        } finally {
            session.getEventManager().removeListener(tap);
        }
        assertThat(statements).anyMatch(s -> s.startsWith("UPDATE")).anyMatch(s -> s.startsWith("DELETE")).anyMatch(s -> s.startsWith("SELECT"));
        assertThat(statements).filteredOn(s -> !s.startsWith("INSERT")).allMatch(s -> s.substring(s.indexOf(" WHERE ")).matches("(?i).*tenant_id = \\?.*"));
    }

    /** Any cache beyond one transaction would answer below the database's guard. */
    @Test
    void nothingIsKeptBeyondATransaction() {
        TenantId a = BareTenants.fresh();
        UUID id = scope.call(a, () -> store.add(ProbeStore.id(), "en"));
        assertThat(scope.call(a, () -> store.finds(id))).isTrue();
        assertThat(entities.getEntityManagerFactory().getCache().contains(CustomerRecord.class, new TenantKey(a.value(), id))).isFalse();
        Server session = JpaHelper.getServerSession(entities.getEntityManagerFactory());
        assertThat(session.getDescriptors().values()).hasSizeGreaterThan(20)
                .allMatch(d -> d.getCachePolicy().getCacheIsolation() == CacheIsolationType.ISOLATED, "is isolated");
    }
}
