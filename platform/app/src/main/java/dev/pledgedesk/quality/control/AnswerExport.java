package dev.pledgedesk.quality.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens the words of evaluations' answers: a customer's under his key, those about a team under that of the evaluation. */
@ApplicationScoped
public class AnswerExport extends SealedExport {

    private static final String TABLE = "evaluation_answer";

    @Override
    public Set<String> tables() {
        return Set.of(TABLE);
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        Map<Boolean, List<ObjectNode>> byTeam = rows.stream().collect(Collectors.partitioningBy(row -> row.path("customer_id").isNull() || row.path("customer_id").isMissingNode()));
        openAll(table, byTeam.get(false), "customer_id", "words");
        openAll(table, byTeam.get(true), "run_id", "words");
    }
}
