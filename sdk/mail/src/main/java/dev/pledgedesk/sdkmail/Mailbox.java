package dev.pledgedesk.sdkmail;

import dev.pledgedesk.sdk.Mail;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Looks into a folder of a mailbox and leaves it as it is. Its cursor is three numbers: that of the mailbox's making, the last mail seen, and the last mail that was
 * there at the first look; those up to there count only if nobody has seen them.
 */
final class Mailbox {

    private static final int PIECE = 64 * 1024;

    private final Session session;
    private final Store store;
    private final String name;
    private int bytes;

    Mailbox(Session session, Store store, String name) {
        this.session = session;
        this.store = store;
        this.name = name;
    }

    private record Place(long made, long last, long border) {

        static Place read(String cursor, long made, long newest) {
            String[] parts = cursor.split(":");
            return parts.length == 3 && parts[0].equals(Long.toString(made)) ? new Place(made, Long.parseLong(parts[1]), Long.parseLong(parts[2])) : new Place(made, 0, newest);
        }

        Place after(long uid) {
            return new Place(made, uid, border);
        }

        @Override
        public String toString() {
            return made + ":" + last + ":" + border;
        }
    }

    Mail.Look look(String cursor, int most, long enough) throws MessagingException, IOException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            throw new IOException("there is no folder " + name);
        }
        folder.open(Folder.READ_ONLY);
        try {
            UIDFolder numbers = (UIDFolder) folder;
            long newest = folder.getMessageCount() == 0 ? 0 : numbers.getUID(folder.getMessage(folder.getMessageCount()));
            Place place = Place.read(cursor, numbers.getUIDValidity(), newest);
            List<Mail.Received> mails = new ArrayList<>();
            for (Message message : coming(folder, numbers, place, most)) {
                if (bytes > MailReader.MOST_BYTES / 2 || !mails.isEmpty() && System.nanoTime() > enough) {
                    break;
                }
                mails.add(read((IMAPMessage) message, enough));
                place = place.after(numbers.getUID(message));
            }
            return new Mail.Look(mails, place.toString());
        } finally {
            folder.close(false);
        }
    }

    /**
     * Fetched as a whole and taken apart here: what servers say about the parts of broken mails breaks the conversation. One that is too large, or that takes too
     * long, is read as far as it came, so that it never stands in the way of those behind it.
     */
    private Mail.Received read(IMAPMessage message, long enough) throws MessagingException, IOException {
        Buffer read = new Buffer();
        boolean whole = true;
        try (InputStream in = message.getMimeStream()) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0 && whole; n = in.read(piece)) {
                read.write(piece, 0, n);
                whole = read.size() <= MailReader.MOST_BYTES && System.nanoTime() < enough;
            }
        }
        bytes += read.size();
        int fit = read.fit();
        MimeMessage mail = new MimeMessage(session, read.shared(fit));
        return new MailReader().read(mail, arrival(message, mail), whole && fit == read.size());
    }

    /** A mail as it came, of which parts are read where they lie. */
    private static final class Buffer extends ByteArrayOutputStream {

        private static final int MOST_HEAD = 256 * 1024;
        /** More parts than anybody's mail has; taken apart, each would take more room than its bytes. */
        private static final int MOST_BOUNDARIES = 1_000;

        SharedByteArrayInputStream shared(int length) {
            return new SharedByteArrayInputStream(buf, 0, length);
        }

        /** How much of it can be taken apart without harm: all of it, or its head. */
        int fit() {
            int boundaries = 0;
            int head = 0;
            for (int i = 0; i + 2 < count; i++) {
                if (buf[i] == '\n') {
                    if (head == 0 && (buf[i + 1] == '\n' || buf[i + 1] == '\r' && buf[i + 2] == '\n')) {
                        head = i + 1;
                    }
                    boundaries += buf[i + 1] == '-' && buf[i + 2] == '-' ? 1 : 0;
                }
            }
            int end = head == 0 ? count : head;
            return end > MOST_HEAD ? MOST_HEAD : boundaries > MOST_BOUNDARIES ? end : count;
        }
    }

    private static Instant arrival(Message message, Message mail) {
        try {
            Date at = message.getReceivedDate() != null ? message.getReceivedDate() : mail.getSentDate();
            return at == null ? Instant.EPOCH : at.toInstant();
        } catch (MessagingException unknown) {
            return Instant.EPOCH;
        }
    }

    private static List<Message> coming(Folder folder, UIDFolder numbers, Place place, int most) throws MessagingException {
        List<Message> found = new ArrayList<>();
        if (place.last() < place.border()) {
            Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            FetchProfile uids = new FetchProfile();
            uids.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(unseen, uids);
            found.addAll(Arrays.asList(unseen));
        }
        // What came since counts whoever has read it.
        found.addAll(Arrays.asList(numbers.getMessagesByUID(Math.max(place.last(), place.border()) + 1, UIDFolder.LASTUID)));
        List<Numbered> numbered = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (Message message : found) {
            // Servers answer "from n on" with the last mail even if it lies before.
            if (message != null && numbers.getUID(message) > place.last() && known.add(numbers.getUID(message))) {
                numbered.add(new Numbered(numbers.getUID(message), message));
            }
        }
        return numbered.stream().sorted(Comparator.comparingLong(Numbered::uid)).limit(most).map(Numbered::message).toList();
    }

    private record Numbered(long uid, Message message) {
    }
}
