package dev.pledgedesk.training.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens words about staff in tables of training, each under the key of whom they are about. */
@ApplicationScoped
public class TrainingExport extends SealedExport {

    private static final Map<String, String[]> SEALED = Map.of("assessment", new String[] {"appeal_words", "appeal_answer"}, "assessment_judgement", new String[] {"words"},
            "certificate", new String[] {"document", "revoked_why"}, "duty_exception", new String[] {"reason"}, "exam_answer", new String[] {"answer", "remark"}, "enrolment", new String[] {"feedback"});

    @Override
    public Set<String> tables() {
        return SEALED.keySet();
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "staff_id", SEALED.get(table));
    }
}
