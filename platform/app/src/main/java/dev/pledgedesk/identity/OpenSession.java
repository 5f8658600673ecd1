package dev.pledgedesk.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that still holds, as its owner recognises it.
 *
 * @param lastUsedAt to within minutes
 * @param browser    family of the browser such as {@code chrome}, {@code program} for others
 * @param system     family of the operating system such as {@code windows}, {@code other} if it was not told
 * @param current    whether it is the session of this request
 */
public record OpenSession(UUID id, Instant since, Instant lastUsedAt, SignInWay way, String browser, String system, boolean current) {
}
