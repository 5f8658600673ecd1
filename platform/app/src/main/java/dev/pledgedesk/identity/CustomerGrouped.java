package dev.pledgedesk.identity;

import java.util.UUID;

/** A customer was put into another group, or into none; fired in that transaction. */
public record CustomerGrouped(UUID customerId) {
}
