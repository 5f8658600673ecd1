package dev.pledgedesk.notification.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that a member of staff is told of in the console until he has read it. */
@Entity
@Table(name = "staff_notice")
public class StaffNotice extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String kind;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Convert(converter = JsonColumn.class)
    private JsonNode facts;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "read_at")
    private Instant readAt;

    /** For JPA. */
    protected StaffNotice() {
    }

    public StaffNotice(UUID id, UUID staffId, String kind, String subjectType, UUID subjectId, JsonNode facts, Instant now) {
        super(id);
        this.staffId = staffId;
        this.kind = kind;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.facts = facts;
        this.createdAt = now;
    }

    /** Was read; again it changes nothing. */
    public void read(Instant now) {
        readAt = readAt == null ? now : readAt;
    }

    public UUID staffId() {
        return staffId;
    }

    public String kind() {
        return kind;
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public JsonNode facts() {
        return facts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null while unread. */
    public Instant readAt() {
        return readAt;
    }
}
