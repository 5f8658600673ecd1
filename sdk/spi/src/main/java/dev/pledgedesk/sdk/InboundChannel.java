package dev.pledgedesk.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Brings in what customers write elsewhere: to a mailbox, by text message, on somebody's platform. Asked again and again, by one server at a time; each item
 * takes effect once, however often it is brought. What belongs to a conversation joins its ticket, other messages become tickets, and what cannot be trusted
 * waits for staff. Whatever fails is asked for again; nothing is asked for past it.
 *
 * @since 1.2
 */
@ImplementedByPlugins
public interface InboundChannel {

    /** How sure the channel is that the sender is who he says. */
    enum Trust {
        /** His address was proved, as by a signature of his domain or by the network. */
        PROVED,
        /** Nothing speaks for it or against it. */
        UNPROVED,
        /** Something speaks against it, or it is advertising; staff look at it before anything comes of it. */
        SUSPECT
    }

    /** Something that came in. */
    sealed interface Item permits Message, Report {

        /**
         * What the other side calls it.
         *
         * @return the same whenever it is brought, at most 200 characters
         */
        String id();
    }

    /**
     * A message of a person.
     *
     * @param id        see above
     * @param reach     what kind of address he has
     * @param from      his address, or his phone number in the form of E.164
     * @param fromName  empty if not known
     * @param subject   empty if it has none
     * @param text      plain, at most 100,000 characters
     * @param at        when it was sent
     * @param threads   tokens of {@link NotificationChannel.Message#thread()} that it carries, the likeliest first; at most twenty are looked at
     * @param trust     how sure it is whose it is
     * @param automatic whether a machine has written it, such as a note of absence; it is kept beside its ticket for staff, and nobody writes back
     * @param files     that came with it; of more than ten the first
     * @param cut       whether something of it was left out, which staff are told
     */
    record Message(String id, NotificationChannel.Reach reach, String from, String fromName, String subject, String text, Instant at, List<String> threads, Trust trust, boolean automatic,
            List<File> files, boolean cut) implements Item {

        /** Refuses what is missing. */
        public Message {
            requireId(id);
            Objects.requireNonNull(reach, "reach");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(fromName, "fromName");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(trust, "trust");
            threads = List.copyOf(threads);
            files = List.copyOf(files);
        }
    }

    /**
     * A file.
     *
     * @param name    with its ending
     * @param content its bytes
     */
    record File(String name, byte[] content) {

        @Override
        public boolean equals(Object other) {
            return other instanceof File file && file.name.equals(name) && Arrays.equals(file.content, content);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        /** Without what is in it. */
        @Override
        public String toString() {
            return name + " (" + content.length + ")";
        }
    }

    /**
     * What became of a message that a {@link NotificationChannel} has carried.
     *
     * @param id      see above
     * @param message its id, or the reference under which it was taken
     * @param arrived whether it has reached its person; it has come back otherwise
     * @param reason  why it came back, for staff
     */
    record Report(String id, String message, boolean arrived, String reason) implements Item {

        /** Refuses what is missing. */
        public Report {
            requireId(id);
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private static void requireId(String id) {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("an id has 1 to 200 characters");
        }
    }

    /**
     * What was there to be brought.
     *
     * @param items  the oldest first, at most as many as were asked for
     * @param cursor what the next call goes on after, at most 2,000 characters; kept once all the items have taken effect
     * @param more   whether there is more already, so that the next call need not wait
     */
    record Batch(List<Item> items, String cursor, boolean more) {

        private static final int LONGEST_CURSOR = 2_000;

        /** Refuses a cursor that is too long. */
        public Batch {
            items = List.copyOf(items);
            if (cursor.length() > LONGEST_CURSOR) {
                throw new IllegalArgumentException("a cursor has at most " + LONGEST_CURSOR + " characters");
            }
        }
    }

    /**
     * How long to wait between two calls; asked when the instance is made.
     *
     * @return from five seconds to a day; taken for the nearer one otherwise
     */
    Duration every();

    /**
     * Brings what has come.
     *
     * @param cursor of the last batch; empty at the first
     * @param most   how many items at most
     * @return what has come since
     * @throws Exception if it cannot be told now
     */
    Batch fetch(String cursor, int most) throws Exception;
}
