package dev.pledgedesk.privacy;

import java.util.Map;
import java.util.UUID;

/**
 * Implemented by every capability that keeps something which has to go when a customer is forgotten: identifiers, search tokens, files, mails. What his key sealed needs nobody's help,
 * it is unreadable from then on.
 */
public interface PersonEraser {

    /**
     * Removes it, as a part of the caller's transaction. Again for the same person it finds nothing more.
     *
     * @return how much of what went, such as {@code files} 3; nothing about the person
     */
    Map<String, Integer> erase(UUID person);
}
