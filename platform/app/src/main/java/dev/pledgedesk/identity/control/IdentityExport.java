package dev.pledgedesk.identity.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Opens names, contacts and what else is about customers and staff. */
@ApplicationScoped
public class IdentityExport extends SealedExport {

    /** Every sealed column of these tables; none is in a table where it is not. */
    private static final String[] COLUMNS = {"name", "email", "phone", "subject", "reason", "wish", "identity_check", "appeal", "appeal_reason", "how", "guardian"};

    @Override
    public Set<String> tables() {
        return Set.of("customer", "staff", "external_identity", "legal_hold", "contact_reading", "data_request", "consent");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        fetchKeys(rows.stream().map(row -> person(table, row)).filter(Objects::nonNull).toList());
        rows.forEach(row -> {
            open(table, row, person(table, row), COLUMNS);
            // What a name is found by is worth nothing elsewhere.
            row.remove("name_tokens");
        });
    }

    private static UUID person(String table, ObjectNode row) {
        return switch (table) {
            case "legal_hold", "contact_reading", "data_request", "consent" -> id(row, "customer_id");
            case "external_identity" -> id(row, "staff_id") != null ? id(row, "staff_id") : id(row, "customer_id");
            default -> id(row, "id");
        };
    }
}
