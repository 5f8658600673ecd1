package dev.pledgedesk.inbound.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens what messages say that wait. */
@ApplicationScoped
public class InboundExport extends SealedExport {

    @Override
    public Set<String> tables() {
        return Set.of("inbound_message");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "person_id", InboundText.COLUMNS);
    }
}
