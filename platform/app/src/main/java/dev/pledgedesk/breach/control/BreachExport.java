package dev.pledgedesk.breach.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens what is written of leaks. */
@ApplicationScoped
public class BreachExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("breach", "breach_duty");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        rows.forEach(row -> open(table, row, id(row, table.equals("breach") ? "id" : "breach_id"), "title", "happened", "containment", "assessment", "conclusion", "notice", "note"));
    }
}
