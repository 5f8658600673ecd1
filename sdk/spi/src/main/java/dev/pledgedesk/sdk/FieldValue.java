package dev.pledgedesk.sdk;

/**
 * A field of a ticket with its value.
 *
 * @param key   in the tenant's configuration
 * @param value as text: the key of a choice, {@code true} or {@code false}, a number or date as JSON writes it; several choices are separated by commas
 * @since 1.0
 */
public record FieldValue(String key, String value) {
}
