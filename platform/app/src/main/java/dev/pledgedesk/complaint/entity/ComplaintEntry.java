package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a complaint; never changed. */
@Entity
@Table(name = "complaint_entry")
public class ComplaintEntry extends TenantOwned {

    @Column(name = "complaint_id")
    private UUID complaintId;
    private int number;
    private String kind;
    private int round;
    private String name;
    @Column(name = "chosen")
    private String value;
    private Sealed words;
    @Column(name = "case_id")
    private UUID caseId;
    private Instant at;
    private String actor;

    /** For JPA. */
    protected ComplaintEntry() {
    }

    /**
     * The entry with this number, from 1, of a complaint.
     *
     * @param what what it is about, in keys
     * @param words null if nothing was said
     */
    public ComplaintEntry(UUID id, Complaint complaint, int number, What what, Sealed words, String actor, Instant now) {
        super(id);
        this.complaintId = complaint.id();
        this.number = number;
        this.kind = what.kind().key();
        this.round = complaint.round();
        this.name = what.name();
        this.value = what.value();
        this.caseId = what.caseId();
        this.words = words;
        this.actor = actor;
        this.at = now;
    }

    /** What an entry is about; name, value and case may be null. */
    public record What(EntryKind kind, String name, String value, UUID caseId) {
    }

    public UUID complaintId() {
        return complaintId;
    }

    public int number() {
        return number;
    }

    public What what() {
        return new What(EntryKind.of(kind), name, value, caseId);
    }

    public int round() {
        return round;
    }

    public Sealed words() {
        return words;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }
}
