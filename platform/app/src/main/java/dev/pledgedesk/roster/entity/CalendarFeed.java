package dev.pledgedesk.roster.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The address under which a calendar reads somebody's dates; one for each member of staff, and only a hash of its secret. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "token_hash")
    private byte[] tokenHash;
    private String language;
    @Column(name = "made_at")
    private Instant madeAt;

    /** For JPA. */
    protected CalendarFeed() {
    }

    public CalendarFeed(UUID id, UUID staffId) {
        super(id);
        this.staffId = staffId;
    }

    /** It has another address from now on; texts are in a language. */
    public void renew(byte[] hash, String tag, Instant now) {
        tokenHash = hash;
        language = tag;
        madeAt = now;
    }

    public UUID staffId() {
        return staffId;
    }

    /** Tag of the language of what it says. */
    public String language() {
        return language;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
