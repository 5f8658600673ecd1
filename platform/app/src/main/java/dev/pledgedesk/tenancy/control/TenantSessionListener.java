package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Tells the database whose transaction it is, each time EclipseLink takes a connection for one. The setting dies with the transaction, so a
 * pooled connection carries nothing over. Where no tenant is known the setting is empty and the policies show no row.
 */
public class TenantSessionListener extends SessionEventAdapter {

    /** Sets the transaction-local tenant. The one statement that does so. */
    public static final String SET_TENANT = "select set_config('app.tenant_id', ?, true)";

    @Override
    public void postAcquireConnection(SessionEvent event) {
        var accessor = (DatabaseAccessor) event.getResult();
        try (var statement = accessor.getConnection().prepareStatement(SET_TENANT)) {
            statement.setString(1, currentTenant());
            statement.execute();
        } catch (SQLException failed) {
            throw DatabaseException.sqlException(failed);
        }
    }

    private static String currentTenant() {
        try {
            var context = CDI.current().select(TenantContext.class).get();
            return context.hasTenant() ? context.tenantId().toString() : "";
        } catch (ContextNotActiveException noRequest) {
            return "";
        }
    }
}
