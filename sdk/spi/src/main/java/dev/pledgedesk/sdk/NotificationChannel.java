package dev.pledgedesk.sdk;

import java.util.Objects;
import java.util.Optional;

/**
 * Carries what the platform writes to people: to mail addresses, or to phone numbers as text messages. The first one that is switched on for a {@link Reach}
 * carries all of it. Called after the message was kept, with the same message again until an answer comes, for about a day.
 *
 * @since 1.2
 */
@ImplementedByPlugins
public interface NotificationChannel {

    /** What sort of addresses it reaches. */
    enum Reach {
        /** Mail addresses. */
        MAIL,
        /** Phone numbers in the form of E.164, such as {@code +8613800138000}. */
        TEXT
    }

    /**
     * A message to one person.
     *
     * @param id       the same at every try
     * @param to       address of the channel's kind
     * @param from     the vendor's own mail address
     * @param fromName the vendor's name
     * @param subject  empty for a text message
     * @param text     plain
     * @param thread   token that belongs to the conversation; whoever writes back with it is known to answer. Empty if there is nothing to answer to
     */
    record Message(String id, String to, String from, String fromName, String subject, String text, Optional<String> thread) {

        /** Refuses what is missing. */
        public Message {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(thread, "thread");
        }
    }

    /** What became of it. */
    sealed interface Delivery permits Taken, Refused {
    }

    /**
     * It is on its way.
     *
     * @param reference what the other side calls it, at most 200 characters; empty if it gives it no name. {@link InboundChannel.Report}s may name it
     */
    record Taken(String reference) implements Delivery {

        private static final int LONGEST = 200;

        /** Refuses a name that is too long. */
        public Taken {
            if (reference.length() > LONGEST) {
                throw new IllegalArgumentException("a reference has at most " + LONGEST + " characters");
            }
        }
    }

    /**
     * It will never be taken, such as for an address that does not exist.
     *
     * @param reason for staff; without secrets
     */
    record Refused(String reason) implements Delivery {

        /** Refuses no reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What it reaches; asked when the instance is made.
     *
     * @return the same always
     */
    Reach reach();

    /**
     * Carries a message.
     *
     * @param message to one person
     * @return what became of it
     * @throws Exception if it cannot be told now; the same message comes again later
     */
    Delivery send(Message message) throws Exception;
}
