package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.tenancy.entity.ExportRows;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The steps of an export, each a transaction of its own, so that no export holds one for long. */
@ApplicationScoped
@Transactional
public class ExportSteps {

    @Inject
    ExportRows rows;

    /** Names of the tables to export. */
    public List<String> tables() {
        return rows.tables();
    }

    /** The rows of a table after a key, null for the first. */
    public Batch read(String table, String after) {
        return rows.read(table, after);
    }
}
