package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.webhook.WebhookState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An address that is told what happens. Its secrets are sealed under a key of its own. */
@Entity
@Table(name = "webhook")
public class Webhook extends Versioned {

    private String name;
    private String address;
    @Convert(converter = StringListColumn.class)
    private List<String> types;
    private Sealed secret;
    @Column(name = "former_secret")
    private Sealed formerSecret;
    @Column(name = "former_until")
    private Instant formerUntil;
    private String state;
    private String reason;
    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected Webhook() {
    }

    public Webhook(UUID id, Instant now) {
        super(id);
        this.state = WebhookState.ACTIVE.key();
        this.createdAt = now;
    }

    /** Says where and about what. */
    public void describe(String newName, String newAddress, List<String> newTypes) {
        name = newName;
        address = newAddress;
        types = List.copyOf(newTypes);
    }

    /** Messages carry this secret's signature from now on, and for some time that of the one before as well, so that receivers can change over. */
    public void sign(Sealed newSecret, Instant now, Duration both) {
        formerSecret = secret;
        formerUntil = secret == null ? null : now.plus(both);
        secret = newSecret;
    }

    /** It is told again. */
    public void resume() {
        state = WebhookState.ACTIVE.key();
        reason = null;
    }

    /** It is not told for a while, or never again. */
    public void stop(WebhookState how, String why) {
        state = how.key();
        reason = why;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** Types or patterns; empty for everything. */
    public List<String> types() {
        return types;
    }

    public Sealed secret() {
        return secret;
    }

    /** The secret before, null if it does not count any more. */
    public Sealed formerSecret(Instant now) {
        return formerUntil != null && formerUntil.isAfter(now) ? formerSecret : null;
    }

    public WebhookState state() {
        return WebhookState.of(state);
    }

    /** Null if it is active. */
    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
