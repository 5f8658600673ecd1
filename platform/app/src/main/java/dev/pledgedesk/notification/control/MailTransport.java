package dev.pledgedesk.notification.control;

/** The port to a mail server. */
public interface MailTransport {

    /** A mail as it goes out; plain text. */
    record Letter(String messageId, String fromName, String from, String to, String subject, String body) {
    }

    /** Whether there is a server to send through. */
    boolean isConfigured();

    /** Hands a mail over; throws {@link Refused} if the server does not take it now. */
    void send(Letter letter);

    /** The server did not take the mail. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
