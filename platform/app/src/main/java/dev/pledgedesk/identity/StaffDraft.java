package dev.pledgedesk.identity;

import java.util.List;

/**
 * What is to be known of a member of staff. In a change, null leaves a member as it is and an empty text clears it; a new member needs login, name,
 * password and roles.
 */
public record StaffDraft(String login, String name, String email, String password, Boolean active, String locale, String department,
        List<String> roles, List<String> teams) {
}
