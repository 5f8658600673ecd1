package dev.pledgedesk.quality.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that was said of a corrective action: that it was done, or what effect it had; never changed. */
@Entity
@Table(name = "corrective_action_entry")
public class ActionEntry extends TenantOwned {

    @Column(name = "action_id")
    private UUID actionId;
    private String kind;
    private Sealed words;
    private Instant at;
    private String actor;

    /** For JPA. */
    protected ActionEntry() {
    }

    /** An entry; the kind is {@code done}, {@code effective} or {@code not-effective}. */
    public ActionEntry(UUID id, UUID actionId, String kind, Sealed words, String actor, Instant now) {
        super(id);
        this.actionId = actionId;
        this.kind = kind;
        this.words = words;
        this.actor = actor;
        this.at = now;
    }

    public UUID actionId() {
        return actionId;
    }

    public String kind() {
        return kind;
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
