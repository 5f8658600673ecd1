package dev.pledgedesk.tenancy.entity;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The one database connection pool and the one persistence unit, under the runtime role that the tenant wall holds. */
@ApplicationScoped
@DataSourceDefinition(name = "java:app/jdbc/desk", className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=app.db.url}", user = "${MPCONFIG=app.db.user}", password = "${MPCONFIG=app.db.password}",
        minPoolSize = 4, maxPoolSize = 16,
        // After a restart of the database every pooled connection is dead: the first one that is noticed empties the pool.
        properties = {"fish.payara.is-connection-validation-required=true", "fish.payara.connection-validation-method=custom-validation",
                "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                "fish.payara.validate-atmost-once-period-in-seconds=1", "fish.payara.fail-all-connections=true"})
public class DeskDatabase {

    @Produces
    @PersistenceContext(unitName = "desk")
    private EntityManager entityManager;
}
