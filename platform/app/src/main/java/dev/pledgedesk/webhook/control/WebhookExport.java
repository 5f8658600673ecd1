package dev.pledgedesk.webhook.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.tenancy.ExportOpening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Leaves the secrets of webhooks out of an export: who has it could speak in the desk's name. */
@ApplicationScoped
public class WebhookExport implements ExportOpening {

    @Override
    public Set<String> tables() {
        return Set.of("webhook");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        rows.forEach(row -> row.putNull("secret").putNull("former_secret"));
    }
}
