package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.CustomerView;
import java.util.Map;

/**
 * What is personal in a ticket, opened for a purpose.
 *
 * @param requester with contacts in clear
 * @param fields    values of its personal and sensitive fields, by key; those that the requester does not consent to any more are left out
 */
public record OpenTicket(CustomerView requester, Map<String, Object> fields) {
}
