package dev.pledgedesk.webhook.boundary;

import dev.pledgedesk.api.WebhooksApi;
import dev.pledgedesk.api.model.NewReplay;
import dev.pledgedesk.api.model.NewWebhook;
import dev.pledgedesk.api.model.ReplayResult;
import dev.pledgedesk.api.model.Webhook;
import dev.pledgedesk.api.model.WebhookAttempt;
import dev.pledgedesk.api.model.WebhookChange;
import dev.pledgedesk.api.model.WebhookDelivery;
import dev.pledgedesk.api.model.WebhookDeliveryPage;
import dev.pledgedesk.api.model.WebhookList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.webhook.DeliveryState;
import dev.pledgedesk.webhook.DeliveryView;
import dev.pledgedesk.webhook.WebhookView;
import dev.pledgedesk.webhook.Webhooks;
import dev.pledgedesk.webhook.Webhooks.Draft;
import dev.pledgedesk.webhook.Webhooks.Fresh;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Webhooks over REST. */
@RequestScoped
public class WebhooksResource implements WebhooksApi {

    @Inject
    Webhooks webhooks;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public WebhookList listWebhooks() {
        return new WebhookList().items(webhooks.all().stream().map(WebhooksResource::webhook).toList());
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Webhook createWebhook(NewWebhook body, String idempotencyKey) {
        return fresh(webhooks.add(new Draft(body.getName(), body.getAddress(), body.getTypes(), null)));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Webhook getWebhook(UUID webhookId) {
        return webhook(webhooks.get(webhookId));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Webhook changeWebhook(UUID webhookId, WebhookChange body, String ifMatch) {
        Boolean active = body.getState() == null ? null : body.getState() == WebhookChange.StateEnum.ACTIVE;
        return webhook(webhooks.change(webhookId, ETags.required(ifMatch), new Draft(body.getName(), body.getAddress(), body.getTypes(), active)));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public void deleteWebhook(UUID webhookId) {
        webhooks.remove(webhookId);
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Webhook renewWebhookSecret(UUID webhookId, String idempotencyKey) {
        return fresh(webhooks.renewSecret(webhookId, null));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public WebhookDelivery testWebhook(UUID webhookId, String idempotencyKey) {
        return delivery(webhooks.test(webhookId));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public WebhookDeliveryPage listWebhookDeliveries(UUID webhookId, String state, Integer pageSize, String pageAfter) {
        DeliveryState wanted = state == null ? null : DeliveryState.find(state).orElseThrow(() -> Problem.invalid(new FieldError("/state", "field.unknown-key", state)));
        Page<DeliveryView> page = webhooks.deliveries(webhookId, wanted, PageRequest.of(pageSize, pageAfter));
        return new WebhookDeliveryPage().items(page.items().stream().map(WebhooksResource::delivery).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public WebhookDelivery getWebhookDelivery(UUID webhookId, UUID deliveryId) {
        return delivery(webhooks.delivery(webhookId, deliveryId));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public WebhookDelivery replayWebhookDelivery(UUID webhookId, UUID deliveryId, String idempotencyKey) {
        return delivery(webhooks.replay(webhookId, deliveryId));
    }

    @Override
    @Allowed(Permission.WEBHOOK_MANAGE)
    public ReplayResult replayFailedWebhookDeliveries(UUID webhookId, NewReplay body, String idempotencyKey) {
        return new ReplayResult().replayed(webhooks.replayFailed(webhookId, body.getSince()));
    }

    private static Webhook fresh(Fresh fresh) {
        return webhook(fresh.webhook()).secret(fresh.secret());
    }

    private static Webhook webhook(WebhookView w) {
        return new Webhook().id(w.id()).name(w.name()).address(w.address()).types(w.types()).state(Webhook.StateEnum.fromValue(w.state().key())).reason(w.reason() == null ? null : Webhook.ReasonEnum.fromValue(w.reason())).failingSince(w.failingSince())
                .waiting((int) Math.min(Integer.MAX_VALUE, w.waiting())).createdAt(w.createdAt()).version(w.version());
    }

    private static WebhookDelivery delivery(DeliveryView d) {
        return new WebhookDelivery().id(d.id()).eventId(d.eventId()).type(d.type()).subjectId(d.subjectId()).occurredAt(d.occurredAt()).state(WebhookDelivery.StateEnum.fromValue(d.state().key()))
                .nextAt(d.nextAt()).endedAt(d.endedAt()).attempts(d.attempts().stream().map(WebhooksResource::attempt).toList());
    }

    private static WebhookAttempt attempt(DeliveryView.Attempt a) {
        return new WebhookAttempt().at(a.at()).status(a.status()).failure(a.failure() == null ? null : WebhookAttempt.FailureEnum.fromValue(a.failure())).millis(a.millis());
    }
}
