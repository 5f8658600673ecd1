package dev.pledgedesk.identity.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who somebody is at a provider elsewhere: issuer and subject. It belongs to one member of staff or one customer and never changes hands. */
@Entity
@Table(name = "external_identity")
public class ExternalIdentity extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "customer_id")
    private UUID customerId;
    private String issuer;
    private Sealed subject;
    @Column(name = "subject_index")
    private byte[] subjectIndex;
    @Column(name = "linked_at")
    private Instant linkedAt;

    /** For JPA. */
    protected ExternalIdentity() {
    }

    private ExternalIdentity(UUID id, String issuer, Sealed subject, byte[] subjectIndex, Instant now) {
        super(id);
        this.issuer = issuer;
        this.subject = subject;
        this.subjectIndex = subjectIndex.clone();
        this.linkedAt = now;
    }

    /** One of a member of staff. */
    public static ExternalIdentity ofStaff(UUID id, UUID staffId, String issuer, Sealed subject, byte[] subjectIndex, Instant now) {
        ExternalIdentity identity = new ExternalIdentity(id, issuer, subject, subjectIndex, now);
        identity.staffId = staffId;
        return identity;
    }

    /** One of a customer. */
    public static ExternalIdentity ofCustomer(UUID id, UUID customerId, String issuer, Sealed subject, byte[] subjectIndex, Instant now) {
        ExternalIdentity identity = new ExternalIdentity(id, issuer, subject, subjectIndex, now);
        identity.customerId = customerId;
        return identity;
    }

    /** The same subject in another form. */
    public void reseal(Sealed sameSubject, byte[] index) {
        subject = sameSubject;
        subjectIndex = index.clone();
    }

    /** Id of the member of staff or the customer. */
    public UUID personId() {
        return staffId != null ? staffId : customerId;
    }

    public boolean isOfStaff() {
        return staffId != null;
    }

    public String issuer() {
        return issuer;
    }

    public Sealed subject() {
        return subject;
    }

    public Instant linkedAt() {
        return linkedAt;
    }
}
