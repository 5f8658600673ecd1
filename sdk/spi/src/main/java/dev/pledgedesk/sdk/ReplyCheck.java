package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads a public reply before it leaves.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface ReplyCheck {

    /**
     * A reply that somebody of the staff is about to send.
     *
     * @param ticket   it answers
     * @param body     what it says
     * @param language of the customer
     */
    record Reply(TicketSnapshot ticket, String body, Locale language) {
    }

    /**
     * Something about it.
     *
     * @param stops whether it must not leave like this; otherwise its author may send it all the same
     * @param text  read by its author
     */
    record Finding(boolean stops, Text text) {

        /** Refuses no text. */
        public Finding {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Reads a reply.
     *
     * @param reply about to leave
     * @return of more than twenty the first; empty if there is nothing to say
     * @throws Exception if it cannot be told; the reply then leaves unread
     */
    List<Finding> check(Reply reply) throws Exception;
}
