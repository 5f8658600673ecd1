package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * Who somebody is at a provider elsewhere.
 *
 * @param subject  the provider's name for him, which nobody but the provider may have given a meaning
 * @param provider what the tenant calls the provider, null if the tenant does not use it any more
 */
public record ExternalIdentityView(UUID id, String issuer, String subject, LocalizedText provider, Instant linkedAt) {
}
