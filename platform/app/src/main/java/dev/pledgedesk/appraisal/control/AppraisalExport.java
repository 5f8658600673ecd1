package dev.pledgedesk.appraisal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens words about staff in tables of supervision, each under the key of whom they are about. */
@ApplicationScoped
public class AppraisalExport extends SealedExport {

    private static final Map<String, String[]> SEALED = Map.of("inspection", new String[] {"words"}, "appraisal", new String[] {"self_words", "talk_words", "appeal_words", "appeal_answer"},
            "merit", new String[] {"reason", "hearing", "decision", "appeal_words"});

    @Override
    public Set<String> tables() {
        return SEALED.keySet();
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "staff_id", SEALED.get(table));
    }
}
