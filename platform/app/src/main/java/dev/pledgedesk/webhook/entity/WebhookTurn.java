package dev.pledgedesk.webhook.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Under the id of an address: until when somebody is telling it, so that nobody else does meanwhile, and since when it takes nothing. Locked by whoever puts messages in, tells them or takes the turn; apart
 * from the address itself, whose version is that of its users' changes.
 */
@Entity
@Table(name = "webhook_turn")
public class WebhookTurn extends TenantOwned {

    @Column(name = "taken_till")
    private Instant takenTill;
    @Column(name = "failing_since")
    private Instant failingSince;

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

    /** Until when it was taken last, over or not; null if it was given back. */
    public Instant takenTill() {
        return takenTill;
    }

    public void take(Instant till) {
        takenTill = till;
    }

    public void giveBack() {
        takenTill = null;
    }

    /** A message was taken, or failures of before do not count any more. */
    public void good() {
        failingSince = null;
    }

    /** A message was not taken. */
    public void failed(Instant now) {
        failingSince = failingSince == null ? now : failingSince;
    }

    /** Since when no message was taken; null if the last one was. */
    public Instant failingSince() {
        return failingSince;
    }
}
