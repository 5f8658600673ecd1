package dev.pledgedesk.webhook;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.webhook.control.WebhookTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The addresses that a tenant has told what happens, and what they were told. */
@ApplicationScoped
public class Webhooks {

    /** Most addresses of a tenant. */
    public static final int MOST = 20;

    /**
     * What an address is to be.
     *
     * @param types  null to leave as they are; empty for everything
     * @param active whether it is told; null to leave as it is; a new one always is
     */
    public record Draft(String name, String address, List<String> types, Boolean active) {
    }

    /** An address with the secret that its messages are signed with, which is told this once. */
    public record Fresh(WebhookView webhook, String secret) {
    }

    @Inject
    WebhookTransactions transactions;

    @Inject
    Caller caller;

    /** All, the oldest first. */
    public List<WebhookView> all() {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.all();
    }

    /** One of them. */
    public WebhookView get(UUID id) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.get(id);
    }

    /** Adds one; it is told what happens from now on. */
    public Fresh add(Draft draft) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.add(draft, caller.actor());
    }

    /**
     * Changes one; what is null stays. One that is let go on gets what has waited for it.
     *
     * @param expectedVersion null if the caller does not mind
     */
    public WebhookView change(UUID id, Long expectedVersion, Draft draft) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.change(id, expectedVersion, draft, caller.actor());
    }

    /** Takes one away, with the log of what it was told. */
    public void remove(UUID id) {
        caller.require(Permission.WEBHOOK_MANAGE);
        transactions.remove(id, caller.actor());
    }

    /**
     * A new secret; for a day messages carry the signature of the one before as well.
     *
     * @param expectedVersion null if the caller does not mind
     */
    public Fresh renewSecret(UUID id, Long expectedVersion) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.renewSecret(id, expectedVersion, caller.actor());
    }

    /** Sends a message that is about nothing. */
    public DeliveryView test(UUID id) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.test(id);
    }

    /** What it was told in the last thirty days and is to be told, the newest first; in one state if it is not null. */
    public Page<DeliveryView> deliveries(UUID id, DeliveryState state, PageRequest request) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.deliveries(id, state, request);
    }

    /** One message. */
    public DeliveryView delivery(UUID id, UUID deliveryId) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.delivery(id, deliveryId);
    }

    /** Sends a message anew, whatever has become of it. */
    public DeliveryView replay(UUID id, UUID deliveryId) {
        caller.require(Permission.WEBHOOK_MANAGE);
        return transactions.replay(id, deliveryId, caller.actor());
    }

    /** Sends anew what was given up since a moment, a thousand at the most; gives how many. */
    public int replayFailed(UUID id, Instant since) {
        caller.require(Permission.WEBHOOK_MANAGE);
        if (since == null) {
            throw Problem.invalid(new FieldError("/since", "field.required"));
        }
        return transactions.replayFailed(id, since, caller.actor());
    }
}
