package dev.pledgedesk.roster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens reasons of absences, each under the key of who is away. */
@ApplicationScoped
public class RosterExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("absence");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "staff_id", "reason");
    }
}
