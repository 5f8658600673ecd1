package dev.pledgedesk.complaint.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens the words of complaints, each under its customer's key. */
@ApplicationScoped
public class ComplaintExport extends SealedExport {

    @Inject
    Complaints complaints;

    @Override
    public Set<String> tables() {
        return Set.of("complaint_entry");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        Map<UUID, UUID> customers = complaints.findAll(rows.stream().map(row -> id(row, "complaint_id")).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Complaint::id, Complaint::customerId));
        fetchKeys(customers.values());
        rows.forEach(row -> open(table, row, customers.get(id(row, "complaint_id")), "words"));
    }
}
