package dev.pledgedesk.identity;

import java.util.UUID;

/** Who a new ticket is for: a known customer by id, or anybody by contact. All members may be null. */
public record Requester(UUID customerId, String name, String email, String phone, String locale) {
}
