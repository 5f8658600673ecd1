package dev.pledgedesk.ticket;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.OwnDataSource;
import dev.pledgedesk.rest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer's tickets with messages and files, as he sees them himself: a file for each ticket, read one after the other. */
@ApplicationScoped
public class OwnTickets implements OwnDataSource {

    private static final List<String> TICKET_COLUMNS = List.of("number", "type", "category", "subject", "status", "priority", "createdAt", "updatedAt");
    private static final List<String> MESSAGE_COLUMNS = List.of("at", "by", "channel", "text", "files");

    @Inject
    TicketReading reading;

    @Inject
    Attachments attachments;

    @Override
    public void add(Archive archive) throws IOException {
        List<List<Object>> list = new ArrayList<>();
        String next = null;
        do {
            Page<TicketSummary> page = reading.page(TicketFilter.all(null), new PageRequest(PageRequest.MAX_SIZE, next));
            for (TicketSummary t : page.items()) {
                list.add(Arrays.asList(t.number(), t.type(), t.category(), t.subject(), t.status(), t.priority(), t.createdAt(), t.updatedAt()));
                add(archive, t.id());
            }
            next = page.next();
        } while (next != null);
        archive.csv("tickets.csv", TICKET_COLUMNS, list);
    }

    private void add(Archive archive, UUID id) throws IOException {
        TicketDetails ticket = reading.get(id);
        List<Map<String, Object>> messages = new ArrayList<>();
        String next = null;
        do {
            Page<MessageView> page = reading.messages(id, new PageRequest(PageRequest.MAX_SIZE, next));
            for (MessageView message : page.items()) {
                messages.add(message(archive, ticket.number(), message));
            }
            next = page.next();
        } while (next != null);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("number", ticket.number());
        content.put("type", ticket.type());
        content.put("category", ticket.category());
        content.put("subject", ticket.subject());
        content.put("status", ticket.status());
        content.put("priority", ticket.priority());
        content.put("fields", ticket.fields());
        content.put("createdAt", ticket.createdAt());
        content.put("updatedAt", ticket.updatedAt());
        content.put("messages", messages);
        archive.json("tickets/" + ticket.number() + ".json", content);
        archive.csv("tickets/" + ticket.number() + ".csv", MESSAGE_COLUMNS, messages.stream().map(m -> MESSAGE_COLUMNS.stream().map(m::get).toList()).toList());
    }

    private Map<String, Object> message(Archive archive, String number, MessageView message) throws IOException {
        List<String> files = new ArrayList<>();
        for (AttachmentView file : message.attachments()) {
            // The id keeps names apart; what a path could be read from stays out.
            String name = "files/" + number + "/" + file.id() + "-" + file.fileName().replaceAll("[^\\p{L}\\p{N}._-]", "_");
            archive.file(name, out -> attachments.write(attachments.get(file.id()), out));
            files.add(name);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", message.createdAt());
        content.put("by", message.authorKind());
        content.put("channel", message.channel());
        content.put("text", message.body());
        content.put("files", files);
        return content;
    }
}
