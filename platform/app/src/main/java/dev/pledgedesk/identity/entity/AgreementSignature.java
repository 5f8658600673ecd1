package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a member of staff has signed one version of the confidentiality agreement, and which text he had before him. Never changed, never removed. */
@Entity
@Table(name = "agreement_signature")
public class AgreementSignature extends TenantOwned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String agreement;
    private String language;
    @Column(name = "text_hash")
    private byte[] textHash;
    @Column(name = "signed_at")
    private Instant signedAt;

    /** For JPA. */
    protected AgreementSignature() {
    }

    /**
     * A signature of now.
     *
     * @param agreement version that was signed
     * @param language  of the text that was read
     * @param textHash  SHA-256 of that text
     */
    public AgreementSignature(UUID id, UUID staffId, String agreement, String language, byte[] textHash, Instant now) {
        super(id);
        this.staffId = staffId;
        this.agreement = agreement;
        this.language = language;
        this.textHash = textHash.clone();
        this.signedAt = now;
    }

    public UUID staffId() {
        return staffId;
    }

    public String agreement() {
        return agreement;
    }

    public String language() {
        return language;
    }

    public Instant signedAt() {
        return signedAt;
    }
}
