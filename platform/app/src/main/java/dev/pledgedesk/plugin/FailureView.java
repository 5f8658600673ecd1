package dev.pledgedesk.plugin;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that brought no answer.
 *
 * @param extension {@code plugin/use}
 * @param kind      key of a {@link FailureKind}
 * @param place     class of the exception and places in the plugin's code, or what was wrong with the answer; may be null
 * @param subject   what was asked about; may be null
 */
public record FailureView(UUID id, String extension, String version, String kind, String place, UUID subject, Instant at) {
}
