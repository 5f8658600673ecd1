package dev.pledgedesk.privacy;

/** Something was put before the privacy officer; fired in that transaction. Names nobody. */
public record AlertRaised(AlertKind kind) {
}
