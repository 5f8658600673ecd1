package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.tenancy.entity.SchemaProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Asks once whether the schema is the one that this release needs. */
@ApplicationScoped
@Transactional
public class SchemaQuestion {

    @Inject
    SchemaProbe probe;

    /** Fails if it is not. */
    public void ask() {
        probe.ask();
    }
}
