package dev.pledgedesk.audit.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One journal entry. The application can add it and never change it. */
@Entity
@Table(name = "journal_entry")
public class JournalEntry extends TenantOwned {

    private Instant at;
    private String actor;
    private String action;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private String subjectId;
    @Convert(converter = JsonColumn.class)
    private JsonNode before;
    @Convert(converter = JsonColumn.class)
    private JsonNode after;
    private String reason;
    @Column(name = "request_id")
    private String requestId;

    /** For JPA. */
    protected JournalEntry() {
    }

    public JournalEntry(UUID id, Instant at, Journal.Entry entry, JsonNode before, JsonNode after, String requestId) {
        super(id);
        this.at = at;
        this.actor = entry.actor();
        this.action = entry.action();
        this.subjectType = entry.subjectType();
        this.subjectId = entry.subjectId();
        this.before = before;
        this.after = after;
        this.reason = entry.reason();
        this.requestId = requestId;
    }

    /** What the hash covers: every column, each with its length, so that no two entries give the same bytes. */
    public byte[] content() {
        StringBuilder text = new StringBuilder();
        for (Object part : new Object[] {tenantId(), id(), at.toEpochMilli() * 1000 + at.getNano() / 1000 % 1000, actor, action, subjectType, subjectId,
                Canonical.text(before), Canonical.text(after), reason, requestId}) {
            String value = part == null ? "" : part.toString();
            text.append(part == null ? -1 : value.length()).append(':').append(value).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public String subjectId() {
        return subjectId;
    }

    public JsonNode before() {
        return before;
    }

    public JsonNode after() {
        return after;
    }

    public String reason() {
        return reason;
    }

    public String requestId() {
        return requestId;
    }
}
