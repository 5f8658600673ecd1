package dev.pledgedesk.webhook.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.webhook.DeliveryState;
import dev.pledgedesk.webhook.DeliveryView;
import dev.pledgedesk.webhook.DeliveryView.Attempt;
import dev.pledgedesk.webhook.WebhookState;
import dev.pledgedesk.webhook.WebhookView;
import dev.pledgedesk.webhook.Webhooks;
import dev.pledgedesk.webhook.Webhooks.Draft;
import dev.pledgedesk.webhook.Webhooks.Fresh;
import dev.pledgedesk.webhook.entity.Deliveries;
import dev.pledgedesk.webhook.entity.Delivery;
import dev.pledgedesk.webhook.entity.DeliveryAttempt;
import dev.pledgedesk.webhook.entity.DeliveryAttempts;
import dev.pledgedesk.webhook.entity.Webhook;
import dev.pledgedesk.webhook.entity.WebhookRows;
import dev.pledgedesk.webhook.entity.WebhookTurn;
import dev.pledgedesk.webhook.entity.WebhookTurns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What whoever looks after addresses does to them. */
@ApplicationScoped
@Transactional
public class WebhookTransactions {

    private static final Duration BOTH_SECRETS = Duration.ofDays(1);
    private static final int MOST_REPLAYED = 1000;

    @Inject
    WebhookRows webhooks;

    @Inject
    WebhookTurns turns;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryAttempts attempts;

    @Inject
    WebhookDraft drafts;

    @Inject
    WebhookSecrets secrets;

    @Inject
    Box box;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** All. */
    public List<WebhookView> all() {
        return webhooks.all().stream().map(this::view).toList();
    }

    /** One. */
    public WebhookView get(UUID id) {
        return view(webhooks.get(id));
    }

    /** Adds one. */
    public Fresh add(Draft draft, String actor) {
        drafts.check(draft, true);
        if (webhooks.all().size() >= Webhooks.MOST) {
            throw Problem.conflict(new FieldError("/address", "telling.too-many", Webhooks.MOST));
        }
        Webhook webhook = new Webhook(Ids.next(), clock.now());
        webhook.describe(draft.name().strip(), draft.address().strip(), draft.types() == null ? List.of() : draft.types());
        secrets.introduce(webhook.id());
        String secret = Signature.secret();
        webhook.sign(secrets.seal(webhook.id(), secret), clock.now(), BOTH_SECRETS);
        webhooks.add(webhook);
        webhooks.flush();
        turns.add(new WebhookTurn(webhook.id()));
        note(webhook, "webhook.added", actor);
        webhooks.flush();
        return new Fresh(view(webhook), secret);
    }

    /** Changes one. */
    public WebhookView change(UUID id, Long expectedVersion, Draft draft, String actor) {
        WebhookTurn turn = turns.held(id);
        Webhook webhook = webhooks.get(id);
        webhook.requireVersion(expectedVersion);
        drafts.check(draft, false);
        webhook.describe(draft.name() == null ? webhook.name() : draft.name().strip(), draft.address() == null ? webhook.address() : draft.address().strip(), draft.types() == null ? webhook.types() : draft.types());
        if (Boolean.TRUE.equals(draft.active()) && webhook.state() != WebhookState.ACTIVE) {
            turn.good();
            webhook.resume();
            box.look(id);
        } else if (Boolean.FALSE.equals(draft.active()) && webhook.state() == WebhookState.ACTIVE) {
            webhook.stop(WebhookState.PAUSED, "asked");
        }
        note(webhook, "webhook.changed", actor);
        webhooks.flush();
        return view(webhook);
    }

    /** Takes one away. */
    public void remove(UUID id, String actor) {
        turns.held(id);
        Webhook webhook = webhooks.get(id);
        note(webhook, "webhook.removed", actor);
        webhooks.remove(webhook);
        secrets.forget(id);
    }

    /** A new secret. */
    public Fresh renewSecret(UUID id, Long expectedVersion, String actor) {
        Webhook webhook = webhooks.held(id);
        webhook.requireVersion(expectedVersion);
        String secret = Signature.secret();
        webhook.sign(secrets.seal(id, secret), clock.now(), BOTH_SECRETS);
        note(webhook, "webhook.secret-renewed", actor);
        webhooks.flush();
        return new Fresh(view(webhook), secret);
    }

    /** A message about nothing. */
    public DeliveryView test(UUID id) {
        return view(box.test(webhooks.get(id)), List.of());
    }

    /** Messages. */
    public Page<DeliveryView> deliveries(UUID id, DeliveryState state, PageRequest request) {
        webhooks.get(id);
        Page<Delivery> page = deliveries.page(id, state, request);
        Map<UUID, List<DeliveryAttempt>> tried = attempts.of(page.items().stream().map(Delivery::id).toList()).stream().collect(Collectors.groupingBy(DeliveryAttempt::deliveryId));
        return page.map(d -> view(d, tried.getOrDefault(d.id(), List.of())));
    }

    /** One message. */
    public DeliveryView delivery(UUID id, UUID deliveryId) {
        Delivery delivery = delivery(webhooks.get(id), deliveryId);
        return view(delivery, attempts.of(List.of(deliveryId)));
    }

    /** One message anew. */
    public DeliveryView replay(UUID id, UUID deliveryId, String actor) {
        turns.held(id);
        Webhook webhook = webhooks.get(id);
        Delivery delivery = delivery(webhook, deliveryId);
        box.replay(id, List.of(delivery));
        note(webhook, "webhook.replayed", actor);
        return view(delivery, attempts.of(List.of(deliveryId)));
    }

    /** Those that were given up, anew. */
    public int replayFailed(UUID id, Instant since, String actor) {
        turns.held(id);
        Webhook webhook = webhooks.get(id);
        List<Delivery> failed = deliveries.failedSince(id, since, MOST_REPLAYED);
        box.replay(id, failed);
        note(webhook, "webhook.replayed", actor);
        return failed.size();
    }

    private Delivery delivery(Webhook webhook, UUID deliveryId) {
        return deliveries.find(deliveryId).filter(d -> d.webhookId().equals(webhook.id())).orElseThrow(Problem::notFound);
    }

    private void note(Webhook webhook, String action, String actor) {
        journal.write(new Journal.Entry(actor, action, "webhook", webhook.id().toString(), Map.of("name", webhook.name(), "address", webhook.address().replaceFirst("[?].*$", "?…"), "types", webhook.types(), "state", webhook.state().key())));
    }

    private WebhookView view(Webhook w) {
        return new WebhookView(w.id(), w.name(), w.address(), w.types(), w.state(), w.reason(), turns.get(w.id()).failingSince(), deliveries.waiting(w.id()), w.createdAt(), w.version());
    }

    private static DeliveryView view(Delivery d, List<DeliveryAttempt> tried) {
        return new DeliveryView(d.id(), d.eventId(), d.type(), d.subjectId(), d.occurredAt(), d.state(), d.dueAt(), d.endedAt(),
                tried.stream().map(a -> new Attempt(a.at(), a.status(), a.failure(), a.millis())).toList());
    }
}
