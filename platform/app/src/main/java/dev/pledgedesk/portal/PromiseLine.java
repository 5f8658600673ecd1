package dev.pledgedesk.portal;

import java.time.Instant;

/**
 * A promise as the customer to whom it was made reads it.
 *
 * @param state {@code open}, {@code paused}, {@code late}, {@code kept} or {@code broken}
 * @param at    by when, or when it was kept; null while it stands still
 */
public record PromiseLine(String name, String state, Instant at) {
}
