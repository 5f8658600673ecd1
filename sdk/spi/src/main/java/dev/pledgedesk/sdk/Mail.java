package dev.pledgedesk.sdk;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The only way to mail servers: to hosts alone that the plugin's manifest names, encrypted from the first byte ({@code smtps}, {@code imaps}) or by STARTTLS
 * ({@code smtp}, {@code imap}), which is asked for unless the operator allows that host to be spoken to in the clear. Nothing is ever changed in a
 * mailbox.
 *
 * @since 1.2
 */
@ProvidedByPlatform
public interface Mail {

    /**
     * An account of a mail server.
     *
     * @param server   such as {@code smtps://mail.example.com:465}; the usual port if it names none
     * @param user     empty for a server that asks for nobody's name
     * @param password of the user
     */
    record Account(URI server, String user, Secret password) {

        /** Refuses what is missing. */
        public Account {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }
    }

    /**
     * A header of a mail.
     *
     * @param name  such as {@code Auto-Submitted}
     * @param value as it stands, unfolded
     */
    record Header(String name, String value) {
    }

    /**
     * A mail that leaves; plain text.
     *
     * @param id       its Message-ID, with angle brackets
     * @param from     address
     * @param fromName empty for none
     * @param to       address
     * @param subject  without line breaks
     * @param text     of any length
     * @param headers  besides those that are made of the others
     */
    record Letter(String id, String from, String fromName, String to, String subject, String text, List<Header> headers) {

        /** Keeps a list of its own. */
        public Letter {
            headers = List.copyOf(headers);
        }
    }

    /**
     * A mail that came in.
     *
     * @param headers  all of them, from top to bottom
     * @param from     address; empty if there is none that can be read
     * @param fromName empty if there is none
     * @param subject  empty if there is none
     * @param text     its plain text, or what its HTML says as text; at most 100,000 characters
     * @param at       when it reached the mailbox
     * @param parts    attached files, and the machine's part of reports; what is larger than 25 MB in all is left out and told in {@code cut}
     * @param cut      whether something of it was left out
     */
    record Received(List<Header> headers, String from, String fromName, String subject, String text, Instant at, List<Part> parts, boolean cut) {

        /** Keeps lists of its own. */
        public Received {
            headers = List.copyOf(headers);
            parts = List.copyOf(parts);
        }

        /**
         * The values of a header.
         *
         * @param name in any case
         * @return from top to bottom
         */
        public List<String> header(String name) {
            return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
        }

        /**
         * The first value of a header.
         *
         * @param name in any case
         * @return empty text if there is none
         */
        public String first(String name) {
            return header(name).stream().findFirst().orElse("");
        }
    }

    /**
     * A part of a mail.
     *
     * @param fileName    empty if it has none
     * @param contentType such as {@code application/pdf}, in lower case and without parameters
     * @param content     its bytes, decoded
     */
    record Part(String fileName, String contentType, byte[] content) {

        /** With its type in lower case. */
        public Part {
            contentType = contentType.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Part part && part.fileName.equals(fileName) && part.contentType.equals(contentType) && Arrays.equals(part.content, content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fileName, contentType);
        }

        /** Without what is in it. */
        @Override
        public String toString() {
            return fileName + " " + contentType + " (" + content.length + ")";
        }
    }

    /**
     * What came of looking into a mailbox.
     *
     * @param mails  the oldest first
     * @param cursor what the next look goes on after
     */
    record Look(List<Received> mails, String cursor) {

        /** Keeps a list of its own. */
        public Look {
            mails = List.copyOf(mails);
        }
    }

    /** The server will never take this mail; another try is of no use. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        /**
         * A refusal.
         *
         * @param message what the server says
         */
        public Refused(String message) {
            super(message);
        }
    }

    /**
     * Hands a mail over.
     *
     * @param account of a server of SMTP
     * @param letter  that is to leave
     * @throws Refused     if the server will not take it, whenever it is asked
     * @throws IOException if it cannot be handed over now
     */
    void send(Account account, Letter letter) throws IOException;

    /**
     * Looks for mails that came after those that were seen.
     *
     * @param account of a server of IMAP
     * @param folder  such as {@code INBOX}
     * @param cursor  of the last look; empty at the first, which looks at what is not marked as seen. A mailbox that was made anew is looked through like at first
     * @param most    from 1 to 20
     * @return at most so many
     * @throws IOException if it cannot be looked into now
     */
    Look look(Account account, String folder, String cursor, int most) throws IOException;

    /**
     * Signs in and out again, for settings that are tried out.
     *
     * @param account of either kind
     * @throws IOException saying what is wrong
     */
    void check(Account account) throws IOException;
}
