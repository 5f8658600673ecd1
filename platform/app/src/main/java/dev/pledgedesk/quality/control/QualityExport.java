package dev.pledgedesk.quality.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens the words of corrective actions and of evaluations, each under its own key. */
@ApplicationScoped
public class QualityExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("corrective_action", "corrective_action_entry", "evaluation_run");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        String key = table.equals("corrective_action_entry") ? "action_id" : "id";
        openAll(table, rows, key, "title", "plan", "words");
    }
}
