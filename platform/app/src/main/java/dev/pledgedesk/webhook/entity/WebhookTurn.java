package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Under the id of an address: until when somebody is telling it, so that nobody else does meanwhile. Locked by whoever puts messages in or takes the turn. */
@Entity
@Table(name = "webhook_turn")
public class WebhookTurn extends TenantOwned {

    @Column(name = "taken_till")
    private Instant takenTill;

    /** For JPA. */
    protected WebhookTurn() {
    }

    public WebhookTurn(UUID webhookId) {
        super(webhookId);
    }

    /** Until when it is taken; null if it is not, or should have been given back by now. */
    public Instant takenTill(Instant now) {
        return takenTill != null && takenTill.isAfter(now) ? takenTill : null;
    }

    public void take(Instant till) {
        takenTill = till;
    }

    public void giveBack() {
        takenTill = null;
    }
}
