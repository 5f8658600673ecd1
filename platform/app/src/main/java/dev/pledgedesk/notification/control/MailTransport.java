package dev.pledgedesk.notification.control;

import dev.pledgedesk.sdk.NotificationChannel.Message;

/** The port to the operator's mail server. */
public interface MailTransport {

    /** Whether there is a server to send through. */
    boolean isConfigured();

    /** Hands a mail over; throws {@link Refused} if the server does not take it now. */
    void send(Message message);

    /** The server did not take the mail. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
