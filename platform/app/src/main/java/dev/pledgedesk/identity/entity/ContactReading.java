package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody has opened a customer's contacts, and why. Never changed, never removed. */
@Entity
@Table(name = "contact_reading")
public class ContactReading extends TenantOwned {

    @Column(name = "customer_id")
    private UUID customerId;
    private String reader;
    private String purpose;
    @Column(name = "record_id")
    private UUID recordId;
    @Column(name = "record_name")
    private String recordName;
    private Sealed reason;
    private Instant at;

    /** For JPA. */
    protected ContactReading() {
    }

    public ContactReading(UUID id, UUID customerId, String reader, ReadingPurpose purpose, UUID recordId, String recordName, Sealed reason, Instant now) {
        super(id);
        this.customerId = customerId;
        this.reader = reader;
        this.purpose = purpose.key();
        this.recordId = recordId;
        this.recordName = recordName;
        this.reason = reason;
        this.at = now;
    }

    public UUID customerId() {
        return customerId;
    }

    public String reader() {
        return reader;
    }

    public ReadingPurpose purpose() {
        return ReadingPurpose.known(purpose);
    }

    public UUID recordId() {
        return recordId;
    }

    public String recordName() {
        return recordName;
    }

    public Sealed reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }
}
