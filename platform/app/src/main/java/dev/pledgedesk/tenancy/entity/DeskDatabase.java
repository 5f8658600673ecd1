package dev.pledgedesk.tenancy.entity;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The one database connection pool and the one persistence unit, under the runtime role that the tenant wall holds. Whoever finds all connections in use
 * waits for two seconds at most; a connection that was cut is never handed out.
 */
@ApplicationScoped
@DataSourceDefinition(name = "java:app/jdbc/desk", className = "dev.pledgedesk.tenancy.entity.DeskDataSource",
        url = "${MPCONFIG=app.db.url}", user = "${MPCONFIG=app.db.user}", password = "${MPCONFIG=app.db.password}",
        minPoolSize = 4, maxPoolSize = DeskDatabase.MOST_CONNECTIONS, properties = {"fish.payara.max-wait-time-in-millis=2000", "fish.payara.pool-resize-quantity=1",
            "fish.payara.is-connection-validation-required=true", "fish.payara.connection-validation-method=meta-data"})
public class DeskDatabase {

    /** Most connections that the pool opens. */
    public static final int MOST_CONNECTIONS = 16;

    @Produces
    @PersistenceContext(unitName = "desk")
    private EntityManager entityManager;
}
