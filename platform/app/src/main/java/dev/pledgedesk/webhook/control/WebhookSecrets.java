package dev.pledgedesk.webhook.control;

import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Secrets of addresses, sealed under a key of each address. A former one keeps the seal that it had as the present one. */
@ApplicationScoped
public class WebhookSecrets {

    @Inject
    PersonalData personalData;

    /** A new address has a key from now on. */
    void introduce(UUID webhook) {
        personalData.introduce(webhook);
    }

    Sealed seal(UUID webhook, String secret) {
        return personalData.seal(webhook, place(webhook), secret);
    }

    /** Null for null. */
    String open(UUID webhook, Sealed sealed) {
        return personalData.open(webhook, place(webhook), sealed);
    }

    /** Nobody can read them any more. */
    void forget(UUID webhook) {
        personalData.forget(webhook);
    }

    private static Place place(UUID webhook) {
        return new Place("webhook", "secret", webhook);
    }
}
