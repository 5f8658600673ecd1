package dev.pledgedesk.sdkmail;

import dev.pledgedesk.sdk.Mail;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Mail over the wire, by Jakarta Mail. Each call is a conversation of its own that ends within its limit, whatever the server does; addresses are looked at when they
 * are connected to, so that a name cannot change its meaning between check and use.
 */
public final class MailWire implements Mail {

    private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465, "imap", 143, "imaps", 993);
    private static final String CONNECT_MILLIS = "5000";
    private static final String FETCHED_AT_ONCE = "1048576";
    private static final int AT_ONCE = 4;
    private static final int MOST_MAILS = 20;
    private static final int PERMANENT = 500;

    private final Semaphore looks = new Semaphore(AT_ONCE, true);
    private final MailRules rules;
    private final ScheduledExecutorService timer;
    private final Duration limit;
    private final String trusted;

    /**
     * @param timer ends conversations that take too long
     * @param limit the longest one may take
     */
    public MailWire(MailRules rules, ScheduledExecutorService timer, Duration limit) {
        this(rules, timer, limit, null);
    }

    /**
     * @param trusted hosts whose certificates are taken whoever has signed them, {@code *} for all; null for none. For tests
     */
    public MailWire(MailRules rules, ScheduledExecutorService timer, Duration limit, String trusted) {
        this.rules = rules;
        this.timer = timer;
        this.limit = limit;
        this.trusted = trusted;
    }

    /** Something that is said to a server. */
    @FunctionalInterface
    private interface Talk<R> {

        R with(Session session) throws MessagingException, IOException;
    }

    @Override
    public void send(Account account, Letter letter) throws IOException {
        talk(account, "smtp", session -> {
            MimeMessage mail = written(session, letter);
            try (Transport transport = session.getTransport("smtp")) {
                connect(transport, account);
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return null;
        });
    }

    @Override
    public Look look(Account account, String folder, String cursor, int most) throws IOException {
        if (most < 1 || most > MOST_MAILS) {
            throw new IllegalArgumentException("at most " + MOST_MAILS + " mails are looked for at a time");
        }
        long enough = System.nanoTime() + limit.toNanos() / 2;
        return oneOfFew(() -> talk(account, "imap", session -> {
            try (Store store = session.getStore("imap")) {
                connect(store, account);
                return new Mailbox(session, store, folder).look(cursor, most, enough);
            }
        }));
    }

    /** Mails are large: few mailboxes are looked into at a time, so that they never fill the memory together. */
    private Look oneOfFew(Looking looking) throws IOException {
        try {
            if (!looks.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("too many mailboxes are looked into at this moment");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
        try {
            return looking.look();
        } finally {
            looks.release();
        }
    }

    /** A look into a mailbox. */
    @FunctionalInterface
    private interface Looking {

        Look look() throws IOException;
    }

    @Override
    public void check(Account account) throws IOException {
        boolean sends = account.server().getScheme().startsWith("smtp");
        talk(account, sends ? "smtp" : "imap", session -> {
            try (Service service = sends ? session.getTransport("smtp") : session.getStore("imap")) {
                connect(service, account);
            }
            return null;
        });
    }

    private static void connect(Service service, Account account) throws MessagingException {
        service.connect(account.server().getHost(), port(account.server()), account.user().isEmpty() ? null : account.user(), account.user().isEmpty() ? null : account.password().reveal());
    }

    private static int port(URI server) {
        return server.getPort() >= 0 ? server.getPort() : PORTS.get(server.getScheme());
    }

    private <R> R talk(Account account, String protocol, Talk<R> talk) throws IOException {
        String scheme = String.valueOf(account.server().getScheme()).toLowerCase(Locale.ROOT);
        String host = account.server().getHost();
        if (host == null || !scheme.equals(protocol) && !scheme.equals(protocol + "s")) {
            throw new IOException(account.server() + " is no server of " + protocol);
        }
        boolean plain = scheme.equals(protocol) && Arrays.stream(InetAddress.getAllByName(host)).allMatch(address -> rules.plain(host, address));
        CheckedSockets sockets = new CheckedSockets(plain ? rules::plain : rules::encrypted);
        ScheduledFuture<?> end = timer.schedule(sockets::close, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return talk.with(session(protocol, scheme.endsWith("s"), plain, account, sockets));
        } catch (MessagingException failed) {
            throw told(failed, host, sockets);
        } catch (IOException failed) {
            throw sockets.isClosed() ? tooSlow(host, failed) : failed;
        } finally {
            end.cancel(false);
            sockets.close();
        }
    }

    private Session session(String protocol, boolean encrypted, boolean plain, Account account, CheckedSockets sockets) {
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(limit.toMillis());
        Properties settings = new Properties();
        settings.put(prefix + "socketFactory", sockets);
        settings.put(prefix + "socketFactory.fallback", "false");
        settings.put(prefix + "ssl.enable", Boolean.toString(encrypted));
        settings.put(prefix + "ssl.checkserveridentity", Boolean.toString(trusted == null));
        settings.put(prefix + "starttls.enable", "true");
        settings.put(prefix + "starttls.required", Boolean.toString(!encrypted && !plain));
        settings.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.put(prefix + "timeout", millis);
        settings.put(prefix + "writetimeout", millis);
        settings.put(prefix + "auth", Boolean.toString(!account.user().isEmpty()));
        // A mailbox stays as it is.
        settings.put("mail.imap.peek", "true");
        settings.put("mail.imap.fetchsize", FETCHED_AT_ONCE);
        settings.put("mail.mime.address.strict", "false");
        settings.put("mail.mime.ignoreunknownencoding", "true");
        if (trusted != null) {
            settings.put(prefix + "ssl.trust", trusted);
        }
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return account.user().isEmpty() ? null : new PasswordAuthentication(account.user(), account.password().reveal());
            }
        });
    }

    private static MimeMessage written(Session session, Letter letter) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same at every try, so that a mail that was taken twice is recognised as one.
                setHeader("Message-ID", letter.id());
            }
        };
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setFrom(letter.fromName().isEmpty() ? new InternetAddress(letter.from()) : new InternetAddress(letter.from(), letter.fromName(), utf8));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        mail.setSubject(letter.subject(), utf8);
        mail.setText(letter.text(), utf8);
        for (Header header : letter.headers()) {
            mail.setHeader(header.name(), header.value());
        }
        mail.saveChanges();
        return mail;
    }

    private static IOException told(MessagingException failed, String host, CheckedSockets sockets) {
        if (sockets.isClosed()) {
            return tooSlow(host, failed);
        }
        Exception deepest = failed;
        boolean refused = false;
        for (Exception e = failed; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            deepest = e;
            refused |= e instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT || e instanceof SMTPSendFailedException sending && sending.getReturnCode() >= PERMANENT;
        }
        String said = (deepest.getMessage() == null ? failed.toString() : deepest.getMessage()).strip();
        boolean whole = !(failed instanceof SendFailedException some) || some.getValidSentAddresses() == null || some.getValidSentAddresses().length == 0;
        return refused && whole ? new Refused(said) : new IOException(host + ": " + said, failed);
    }

    private static IOException tooSlow(String host, Exception cause) {
        return new IOException(host + " does not answer in time", cause);
    }
}
