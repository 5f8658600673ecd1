package dev.pledgedesk.sdkmail;

import dev.pledgedesk.sdk.Mail;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a mail, however it is made; what cannot be read is left out and told. One for each mail. */
final class MailReader {

    /** Most bytes of one mail, as it comes over the wire. */
    static final int MOST_BYTES = 25 * 1024 * 1024;
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_MARKUP = 1_000_000;
    private static final int MOST_HEADERS = 500;
    private static final int MOST_PARTS = 100;
    private static final int DEEPEST = 12;

    private final StringBuilder text = new StringBuilder();
    private final List<Mail.Part> parts = new ArrayList<>();
    private int left = MOST_BYTES;
    private boolean cut;

    /**
     * Reads a mail.
     *
     * @param at    when it reached the mailbox
     * @param whole false if its end is missing; its files are left out then
     */
    Mail.Received read(Message mail, Instant at, boolean whole) throws MessagingException {
        InternetAddress from = from(mail);
        try {
            take(mail, 0);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            cut = true;
        }
        String said = text.toString().replace("\u0000", "").strip();
        return new Mail.Received(headers(mail), from == null ? "" : String.valueOf(from.getAddress()), from == null || from.getPersonal() == null ? "" : from.getPersonal(), subject(mail), said, at,
                whole ? parts : List.of(), cut || !whole);
    }

    private static List<Mail.Header> headers(Message mail) throws MessagingException {
        return Collections.list(mail.getAllHeaders()).stream().limit(MOST_HEADERS).map((Header h) -> new Mail.Header(h.getName(), MimeUtility.unfold(h.getValue() == null ? "" : h.getValue()))).toList();
    }

    private static InternetAddress from(Message mail) {
        try {
            Address[] from = mail.getFrom();
            return from == null || from.length == 0 || !(from[0] instanceof InternetAddress address) ? null : address;
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject() == null ? "" : mail.getSubject().replaceAll("\\p{Cntrl}+", " ").strip();
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
            cut = true;
        } else if (part.isMimeType("multipart/alternative") && part.getContent() instanceof Multipart choice) {
            take(best(choice), depth + 1);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i), depth + 1);
            }
        } else if (isText(part)) {
            say(part);
        } else {
            keep(part);
        }
    }

    /** Of what says the same in several ways, what says it in words alone, or else the last, which its author likes best. */
    private static Part best(Multipart choice) throws MessagingException {
        for (int i = 0; i < choice.getCount(); i++) {
            if (choice.getBodyPart(i).isMimeType("text/plain")) {
                return choice.getBodyPart(i);
            }
        }
        return choice.getBodyPart(choice.getCount() - 1);
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html")) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && name(part).isEmpty();
    }

    private void say(Part part) throws MessagingException, IOException {
        byte[] bytes = bytes(part);
        String said = new String(bytes, charset(part));
        String words = part.isMimeType("text/html") ? words(said) : said.replace("\r\n", "\n");
        if (!text.isEmpty() && !words.isBlank()) {
            text.append("\n\n");
        }
        text.append(words);
        if (text.length() > MOST_CHARACTERS) {
            text.setLength(MOST_CHARACTERS);
            cut = true;
        }
    }

    private static String words(String html) {
        Document page = Jsoup.parse(html.substring(0, Math.min(html.length(), MOST_MARKUP)));
        page.select("head, style, script, title").remove();
        page.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote").before("\n");
        return page.body().wholeText().replaceAll("[ \\t\\x0B\\f\\r\\u00a0]+", " ").replaceAll(" *\\n *", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static Charset charset(Part part) {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private void keep(Part part) throws MessagingException, IOException {
        String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType().split(";")[0].strip();
        byte[] content = part.isMimeType("message/rfc822") ? whole(part) : bytes(part);
        parts.add(new Mail.Part(name(part), type, content));
    }

    /** A mail within a mail, as it stands. */
    private byte[] whole(Part part) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.getDataHandler().writeTo(out);
        return counted(out.toByteArray());
    }

    private byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] read = in.readNBytes(left);
            if (read.length == left && in.read() >= 0) {
                cut = true;
            }
            return counted(read);
        }
    }

    private byte[] counted(byte[] read) {
        left = Math.max(0, left - read.length);
        return read;
    }

    private static String name(Part part) throws MessagingException {
        String named = part.getFileName();
        if (named == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(named);
        } catch (UnsupportedEncodingException unknown) {
            return named;
        }
    }
}
