package dev.pledgedesk.privacy.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens what reviewers have noted. */
@ApplicationScoped
public class AlertExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("privacy_alert");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        rows.stream().filter(row -> row.path("note").isTextual())
                .forEach(row -> open(table, row, id(row, "note_about"), "note"));
    }
}
