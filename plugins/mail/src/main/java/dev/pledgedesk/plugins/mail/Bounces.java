package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Mail.Part;
import dev.pledgedesk.sdk.Mail.Received;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what mail servers report about mails they could not deliver (RFC 3464). */
final class Bounces {

    private static final String STATUS_PART = "message/delivery-status";
    private static final int LONGEST_REASON = 300;
    /** What stands in a report behind so much is not looked at. */
    private static final int MOST_BYTES = 32 * 1024;

    private Bounces() {
    }

    /**
     * What became of one of our mails.
     *
     * @param message its id
     * @param arrived whether it was delivered
     * @param reason  what the server says
     */
    record Fate(String message, boolean arrived, String reason) {
    }

    static boolean isReport(Received mail) {
        return mail.parts().stream().anyMatch(p -> p.contentType().equals(STATUS_PART));
    }

    /** What a report says; empty if it says only that it tries on, or is about none of our mails. */
    static Optional<Fate> read(Received mail) {
        String status = mail.parts().stream().filter(p -> p.contentType().equals(STATUS_PART)).map(Bounces::text).reduce("", (a, b) -> a + "\n" + b);
        String action = field(status, "Action").toLowerCase(Locale.ROOT);
        Optional<String> message = mail.parts().stream().filter(p -> p.contentType().equals("message/rfc822") || p.contentType().equals("text/rfc822-headers") || p.contentType().equals("message/rfc822-headers"))
                .map(Bounces::text).map(headers -> Threads.message(field(headers, "Message-ID"))).flatMap(Optional::stream).findFirst()
                .or(() -> Threads.message(mail.first("In-Reply-To") + " " + mail.first("References")));
        if (message.isEmpty() || !action.startsWith("failed") && !action.startsWith("delivered")) {
            return Optional.empty();
        }
        String reason = (field(status, "Status") + " " + field(status, "Diagnostic-Code").replaceFirst("(?i)^smtp;\\s*", "")).strip();
        return Optional.of(new Fate(message.get(), action.startsWith("delivered"), reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason));
    }

    private static String text(Part part) {
        return new String(part.content(), 0, Math.min(part.content().length, MOST_BYTES), StandardCharsets.UTF_8);
    }

    /** A field's first value, its lines put together. */
    private static String field(String fields, String name) {
        // Never goes back: strangers write what is looked through.
        Matcher found = Pattern.compile("(?im)^" + Pattern.quote(name) + "[ \\t]*+:(.*+(?:\\r?\\n[ \\t].*+)*+)").matcher(fields);
        return found.find() ? found.group(1).replaceAll("\\s++", " ").strip() : "";
    }
}
