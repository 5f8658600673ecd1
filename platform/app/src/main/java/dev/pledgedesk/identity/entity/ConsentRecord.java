package dev.pledgedesk.identity.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.PrivacySection.Covers;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a customer has consented to something, or has taken it back. Never changed, never removed. */
@Entity
@Table(name = "consent")
public class ConsentRecord extends TenantOwned {

    @Column(name = "customer_id")
    private UUID customerId;
    private String notice;
    private String version;
    private String covers;
    private boolean given;
    private boolean counts;
    private String language;
    @Column(name = "text_hash")
    private byte[] textHash;
    private String channel;
    @Column(name = "recorded_by")
    private String recordedBy;
    private Sealed how;
    private Sealed guardian;
    private Instant at;

    /** For JPA. */
    protected ConsentRecord() {
    }

    public ConsentRecord(UUID id, UUID customerId, String notice, String version, Covers covers, boolean counts, String channel, String recordedBy, Instant now) {
        super(id);
        this.customerId = customerId;
        this.notice = notice;
        this.version = version;
        this.covers = covers.key();
        this.counts = counts;
        this.channel = channel;
        this.recordedBy = recordedBy;
        this.at = now;
    }

    /** It was given, for a text in a language. */
    public void give(String readIn, byte[] hash) {
        given = true;
        language = readIn;
        textHash = hash;
    }

    /** What is known of it; either may be null. */
    public void says(Sealed howKnown, Sealed guardiansName) {
        how = howKnown;
        guardian = guardiansName;
    }

    public UUID customerId() {
        return customerId;
    }

    public String notice() {
        return notice;
    }

    public String version() {
        return version;
    }

    public Covers covers() {
        return Covers.of(covers);
    }

    /** Whether it says how it stands with the notice, or only what was said by somebody who may have been anybody. */
    public boolean isCounting() {
        return counts;
    }

    public boolean isGiven() {
        return given;
    }

    public String language() {
        return language;
    }

    public String channel() {
        return channel;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Sealed how() {
        return how;
    }

    public Sealed guardian() {
        return guardian;
    }

    public Instant at() {
        return at;
    }
}
