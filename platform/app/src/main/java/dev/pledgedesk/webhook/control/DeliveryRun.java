package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.NodeActivity;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundGate;
import dev.pledgedesk.outbound.OutboundRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One turn at an address: its messages one after another, for a while. */
@ApplicationScoped
public class DeliveryRun {

    private static final Logger LOG = Logger.getLogger(DeliveryRun.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Answers are not read, only counted. */
    private static final int MOST_BYTES = 64 << 10;

    @Inject
    DeliveryTransactions transactions;

    @Inject
    OutboundGate gate;

    @Inject
    NodeActivity activity;

    @Inject
    DeskClock clock;

    void tell(UUID webhook) {
        Instant end = clock.now().plus(LONGEST);
        boolean more = true;
        while (more) {
            List<Message> messages = transactions.due(webhook);
            more = !messages.isEmpty();
            for (int i = 0; i < messages.size() && more; i++) {
                more = transactions.sent(webhook, messages.get(i).delivery(), send(messages.get(i))) && clock.now().isBefore(end) && !activity.isStopping();
            }
        }
    }

    private Sent send(Message message) {
        Instant at = clock.now();
        try {
            OutboundAnswer answer = gate.send(new OutboundRequest("POST", URI.create(message.address()), Map.of("Content-Type", "application/json", "Accept", "*/*", "webhook-id", message.id().toString(),
                    "webhook-timestamp", Long.toString(at.getEpochSecond()), "webhook-signature", Signature.of(message.secrets(), message.id().toString(), at.getEpochSecond(), message.body())), message.body(), MOST_BYTES));
            return new Sent(at, answer.status(), null, since(at));
        } catch (OutboundFailure failed) {
            return new Sent(at, null, failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), since(at));
        } catch (IllegalArgumentException odd) {
            // An address that looks like one and is none for the client: it counts as an attempt, so that its user sees it and it ends.
            LOG.log(Level.WARNING, "an address cannot be called", odd);
            return new Sent(at, null, "unreachable", since(at));
        }
    }

    private long since(Instant at) {
        return Duration.between(at, clock.now()).toMillis();
    }
}
