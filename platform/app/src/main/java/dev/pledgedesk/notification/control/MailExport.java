package dev.pledgedesk.notification.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens what mails say. */
@ApplicationScoped
public class MailExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("outgoing_mail");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "person_id", "recipient", "subject", "body", "last_error");
    }
}
