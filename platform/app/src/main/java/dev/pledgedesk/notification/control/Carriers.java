package dev.pledgedesk.notification.control;

import dev.pledgedesk.notification.Way;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Outcome;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.NotificationChannel.Delivery;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.sdk.NotificationChannel.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Hands messages to what carries them: a channel of the tenant's own, or else the operator's mail server. Never inside a transaction. */
@ApplicationScoped
public class Carriers {

    @Inject
    Extensions extensions;

    @Inject
    MailTransport transport;

    @Inject
    MailTransactions transactions;

    /** What came of it. */
    sealed interface Result {
    }

    /** It is on its way; by and reference may be null. */
    record Carried(String by, String reference) implements Result {
    }

    /** It will never be taken. */
    record Refused(String reason) implements Result {
    }

    /** Not now. */
    record Failed(String reason) implements Result {
    }

    /** Nothing carries such messages. */
    record NoWay() implements Result {
    }

    /** Whether there is anything that could carry messages of the tenant. */
    boolean any() {
        return transport.isConfigured() || extensions.any(ExtensionPoint.NOTIFICATION_CHANNEL) || !extensions.absent().isEmpty();
    }

    /** Hands a message over. */
    Result carry(Outgoing outgoing) {
        Optional<ExtensionRef> own = extensions.carrier(outgoing.way() == Way.MAIL ? Reach.MAIL : Reach.TEXT);
        if (own.isPresent()) {
            return byChannel(own.get(), outgoing);
        }
        // One that is switched on and not there, and carried such messages before, carries them again when it is back: nobody else may in its place.
        Set<String> absent = extensions.absent();
        Optional<String> former = absent.isEmpty() ? Optional.empty() : transactions.lastCarrier(outgoing.way()).filter(absent::contains);
        if (former.isPresent()) {
            return new Failed(former.get() + ": " + FailureKind.NOT_MADE.key());
        }
        if (outgoing.way() != Way.MAIL || !transport.isConfigured()) {
            return new NoWay();
        }
        try {
            transport.send(outgoing.message());
            return new Carried(null, null);
        } catch (MailTransport.Refused refused) {
            return new Failed(refused.getMessage());
        }
    }

    private Result byChannel(ExtensionRef channel, Outgoing outgoing) {
        Outcome<Delivery> outcome = extensions.<NotificationChannel, Delivery>one(ExtensionPoint.NOTIFICATION_CHANNEL, channel.key(), outgoing.id(), visible -> c -> c.send(outgoing.message()))
                .orElseThrow().outcome();
        if (outcome instanceof Outcome.Answered<Delivery> answered) {
            return answered.answer() instanceof Taken taken ? new Carried(channel.key(), taken.reference().isBlank() ? null : taken.reference())
                    : new Refused(((NotificationChannel.Refused) answered.answer()).reason());
        }
        return new Failed(channel.key() + ": " + ((Outcome.Failed<Delivery>) outcome).kind().key());
    }
}
