package dev.pledgedesk.tenancy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Finds out whether the schema holds every table and column that this release knows. */
@ApplicationScoped
public class SchemaProbe {

    @Inject
    EntityManager entities;

    /** Asks for no row of every kind; fails with the database's own words if a table or column is missing. */
    public void ask() {
        entities.getMetamodel().getEntities()
                .forEach(type -> entities.createQuery("select e from " + type.getName() + " e where 1 = 0", type.getJavaType()).getResultList());
    }
}
