package dev.pledgedesk.identity;

import java.time.Duration;
import java.util.UUID;

/**
 * A fresh sign-in.
 *
 * @param token     signed token for the Authorization header or the page cookie
 * @param life      how long it is good
 * @param ticketId  the only ticket it opens, null for all that are the caller's
 */
public record SignedIn(String token, Duration life, CallerKind kind, UUID ticketId) {
}
