package dev.pledgedesk.quality.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens the words of corrective actions, each under its own key. */
@ApplicationScoped
public class QualityExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("corrective_action", "corrective_action_entry");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        String key = table.equals("corrective_action") ? "id" : "action_id";
        openAll(table, rows, key, "title", "plan", "words");
    }
}
