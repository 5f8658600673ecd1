package dev.pledgedesk.identity;

import java.util.UUID;

/** A member of staff has come, or has other roles. Told in the transaction. */
public record StaffChanged(UUID staffId) {
}
