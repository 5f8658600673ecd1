package dev.pledgedesk.ticket.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketChangeRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Seals and opens what people wrote in a ticket; all of it is covered by the requester's key, whoever wrote it. */
@ApplicationScoped
public class TicketText {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    PersonalData personalData;

    @Inject
    BlindIndex blindIndex;

    @Inject
    RequestLanguage language;

    /** Gives a ticket its subject and field values. */
    public void describe(Ticket ticket, String subject, Map<String, Object> fields) {
        ticket.describe(personalData.seal(ticket.requesterId(), place("ticket", "subject", ticket.id()), subject),
                personalData.seal(ticket.requesterId(), place("ticket", "fields", ticket.id()), json(fields)));
    }

    public String subject(Ticket ticket) {
        return subject(ticket.requesterId(), ticket.id(), ticket.subject());
    }

    public String subject(UUID requester, UUID ticketId, Sealed sealed) {
        return readable(personalData.open(requester, place("ticket", "subject", ticketId), sealed));
    }

    public Map<String, Object> fields(Ticket ticket) {
        try {
            String fields = personalData.open(ticket.requesterId(), place("ticket", "fields", ticket.id()), ticket.fields());
            return fields == null ? Map.of() : JSON.readValue(fields, new TypeReference<>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("fields are JSON", impossible);
        }
    }

    /** Gives a ticket its tags. */
    public void tag(Ticket ticket, List<String> tags) {
        ticket.tag(tags.isEmpty() ? null : personalData.seal(ticket.requesterId(), place("ticket", "tag_list", ticket.id()), json(tags)), tags.stream().map(this::tagToken).toList());
    }

    /** What a tag is found by. */
    public String tagToken(String tag) {
        return blindIndex.token("tag " + tag);
    }

    public List<String> tags(Ticket ticket) {
        return tags(ticket.requesterId(), ticket.id(), ticket.tagList());
    }

    public List<String> tags(UUID requester, UUID ticketId, Sealed sealed) {
        try {
            String tags = personalData.open(requester, place("ticket", "tag_list", ticketId), sealed);
            return tags == null ? List.of() : JSON.readValue(tags, new TypeReference<>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("tags are JSON", impossible);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Sealed sealBody(UUID requester, UUID messageId, String body) {
        return personalData.seal(requester, place("message", "body", messageId), body);
    }

    public String body(UUID requester, Message message) {
        return readable(personalData.open(requester, place("message", "body", message.id()), message.body()));
    }

    public Sealed sealChange(UUID requester, UUID changeId, String column, String value) {
        return personalData.seal(requester, place("ticket_change", column, changeId), value);
    }

    public String before(UUID requester, TicketChangeRow change) {
        return personalData.open(requester, place("ticket_change", "before", change.id()), change.before());
    }

    public String after(UUID requester, TicketChangeRow change) {
        return personalData.open(requester, place("ticket_change", "after", change.id()), change.after());
    }

    /** A file's name; until a message claims the file, nobody's key covers it. */
    public String fileName(UUID keyOwner, Attachment file) {
        return readable(personalData.open(keyOwner, place("attachment", "file_name", file.id()), file.fileName()));
    }

    public Sealed sealFileName(UUID keyOwner, UUID fileId, String name) {
        return personalData.seal(keyOwner, place("attachment", "file_name", fileId), name);
    }

    /** What opens a file's bytes; null if they are in clear, a conflict if the person's key was destroyed. */
    public byte[] contentKey(UUID keyOwner, Attachment file) {
        if (file.contentKey() == null) {
            return null;
        }
        byte[] key = personalData.openKey(keyOwner, place("attachment", "content_key", file.id()), file.contentKey());
        if (key == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.forgotten");
        }
        return key;
    }

    /** A file's key for who covers the file from now on; null for null. */
    public Sealed sealContentKey(UUID keyOwner, UUID fileId, byte[] key) {
        return key == null ? null : personalData.sealKey(keyOwner, place("attachment", "content_key", fileId), key);
    }

    /** Whether the requester was forgotten, so that nothing can be written for him any more. */
    public boolean isForgotten(UUID requester) {
        return personalData.isForgotten(requester);
    }

    /** What was destroyed with its person's key is said to be so. */
    private String readable(String text) {
        return text == null ? language.messages().text("privacy.forgotten-text") : text;
    }

    private static Place place(String table, String column, UUID row) {
        return new Place(table, column, row);
    }
}
