package dev.pledgedesk.identity.control;

import java.util.List;

/**
 * Somebody whom a provider has just vouched for, as its ID token says. Only the subject is his key; all else are words of the provider.
 *
 * @param name         null if not told
 * @param userName     what he is called at the provider, null if not told
 * @param verifiedMail his mail address, if the provider says that it has verified it; null otherwise
 */
public record Newcomer(String subject, String name, String userName, String verifiedMail, List<String> groups) {
}
