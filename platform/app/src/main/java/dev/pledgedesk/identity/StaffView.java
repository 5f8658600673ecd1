package dev.pledgedesk.identity;

import java.util.List;
import java.util.UUID;

/** A member of staff as others see him; email, locale and department may be null. */
public record StaffView(UUID id, String login, String name, String email, boolean active, String locale, String department, List<String> roles,
        List<String> teams, long version) {
}
