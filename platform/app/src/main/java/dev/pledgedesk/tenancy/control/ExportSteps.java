package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.ExportOpening;
import dev.pledgedesk.tenancy.TenantExported;
import dev.pledgedesk.tenancy.entity.ExportRows;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The steps of an export, each a transaction of its own, so that no export holds one for long. */
@ApplicationScoped
@Transactional
public class ExportSteps {

    @Inject
    ExportRows rows;

    @Inject
    @Any
    Instance<ExportOpening> openings;

    @Inject
    Event<TenantExported> exported;

    /** Has it noted that everything is about to be written out. */
    public void note(TenantId tenant, String by) {
        exported.fire(new TenantExported(tenant, null, by));
    }

    /** Names of the tables to export. */
    public List<String> tables() {
        return rows.tables();
    }

    /** The rows of a table after a key, null for the first, with what is sealed in them opened. */
    public Batch read(String table, String after) {
        Batch batch = rows.read(table, after);
        return openings.stream().filter(opening -> opening.tables().contains(table)).findFirst().map(opening -> new Batch(opened(opening, table, batch.lines()), batch.next())).orElse(batch);
    }

    private static List<String> opened(ExportOpening opening, String table, List<String> lines) {
        List<ObjectNode> rows = lines.stream().map(ExportSteps::row).toList();
        opening.open(table, rows);
        return rows.stream().map(ObjectNode::toString).toList();
    }

    private static ObjectNode row(String line) {
        try {
            return (ObjectNode) ConfigJson.MAPPER.readTree(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database writes JSON", impossible);
        }
    }
}
