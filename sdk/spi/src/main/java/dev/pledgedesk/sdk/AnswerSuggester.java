package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;

/**
 * Suggests answers to a question: to staff, who may put one into their reply, and to customers while they write.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface AnswerSuggester {

    /** Who reads the suggestions. */
    enum Reader {
        /** Somebody of the staff. */
        STAFF,
        /** A customer who has not filed it yet. */
        CUSTOMER
    }

    /**
     * What somebody wants to know.
     *
     * @param reader     who reads what is suggested
     * @param ticketType key
     * @param subject    what it is about
     * @param text       the question itself, or the customer's last words
     * @param language   of the customer
     */
    record Question(Reader reader, String ticketType, String subject, String text, Locale language) {
    }

    /**
     * A suggestion, in the question's language.
     *
     * @param title at most 200 characters
     * @param body  plain text, at most 4,000 characters
     */
    record Suggestion(String title, String body) {

        private static final int LONGEST_TITLE = 200;
        private static final int LONGEST_BODY = 4_000;

        /** Refuses what is missing or too long. */
        public Suggestion {
            if (title.length() > LONGEST_TITLE || body.length() > LONGEST_BODY) {
                throw new IllegalArgumentException("a suggestion has at most " + LONGEST_TITLE + " characters in its title and " + LONGEST_BODY + " in its body");
            }
        }
    }

    /**
     * Suggests answers.
     *
     * @param question to be answered
     * @return the best one first; more than five are cut
     * @throws Exception if it cannot be told; nothing is shown then
     */
    List<Suggestion> suggest(Question question) throws Exception;
}
