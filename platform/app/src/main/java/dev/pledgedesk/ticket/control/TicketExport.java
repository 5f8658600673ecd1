package dev.pledgedesk.ticket.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.FileCipher;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.SealedExport;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.TicketRow;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens tickets, what was said and changed in them, and their files, each under the requester's key. */
@ApplicationScoped
public class TicketExport extends SealedExport {

    @Inject
    TicketRows tickets;

    @Inject
    AttachmentRows attachments;

    @Inject
    TicketText text;

    @Override
    public Set<String> tables() {
        return Set.of("ticket", "message", "ticket_change", "ticket_view", "attachment", "attachment_chunk");
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        if (table.equals("attachment_chunk")) {
            openPieces(rows);
            return;
        }
        if (table.equals("ticket_view")) {
            openAll(table, rows, "owner_id", "name", "filter");
            return;
        }
        Map<UUID, UUID> requesters = table.equals("ticket") ? rows.stream().collect(Collectors.toMap(row -> id(row, "id"), row -> id(row, "requester_id")))
                : requesters(rows.stream().map(row -> id(row, "ticket_id")).filter(Objects::nonNull).collect(Collectors.toSet()));
        fetchKeys(requesters.values());
        for (ObjectNode row : rows) {
            UUID ticket = id(row, table.equals("ticket") ? "id" : "ticket_id");
            open(table, row, ticket == null ? PersonalData.NOBODY : requesters.get(ticket), "subject", "fields", "tag_list", "body", "before", "after", "file_name");
            // The bytes are open as well.
            row.remove("content_key");
            // What they are found by is worth nothing elsewhere.
            row.remove("tags");
        }
    }

    private Map<UUID, UUID> requesters(Set<UUID> ids) {
        return tickets.rows(ids).stream().collect(Collectors.toMap(TicketRow::id, TicketRow::requesterId));
    }

    private void openPieces(List<ObjectNode> rows) {
        Map<UUID, Attachment> files = attachments.findAll(rows.stream().map(row -> id(row, "attachment_id")).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Attachment::id, a -> a));
        Map<UUID, UUID> requesters = requesters(files.values().stream().map(Attachment::ticketId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, FileCipher> ciphers = new HashMap<>();
        files.forEach((id, file) -> {
            UUID owner = file.isClaimed() ? requesters.get(file.ticketId()) : PersonalData.NOBODY;
            byte[] key = file.contentKey() == null || text.isForgotten(owner) ? null : text.contentKey(owner, file);
            if (key != null) {
                ciphers.put(id, personalData.cipher(id, key));
            }
        });
        for (ObjectNode row : rows) {
            FileCipher cipher = ciphers.get(id(row, "attachment_id"));
            if (cipher != null) {
                put(row, "content", cipher.open(row.path("number").asInt(), bytes(row, "content")));
            }
        }
    }
}
