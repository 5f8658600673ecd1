package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.Mail.Received;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the receiving server has found out about a sender (RFC 8601). Whoever writes a mail can write such headers as well, so only the topmost one of the server's own name counts. */
final class Verdicts {

    private static final Pattern DMARC = Pattern.compile("(?i)\\bdmarc\\s*=\\s*([a-z]+)");

    private Verdicts() {
    }

    /**
     * How sure it is whose a mail is.
     *
     * @param server name of the receiving server; null to believe none
     */
    static Trust of(Received mail, String server) {
        if (mail.from().isBlank() || mail.first("X-Spam-Flag").strip().equalsIgnoreCase("yes") || mail.first("X-Spam-Status").strip().toLowerCase(Locale.ROOT).startsWith("yes")) {
            return Trust.SUSPECT;
        }
        return dmarc(mail, server).map(verdict -> switch (verdict) {
            case "pass" -> Trust.PROVED;
            case "fail" -> Trust.SUSPECT;
            default -> Trust.UNPROVED;
        }).orElse(Trust.UNPROVED);
    }

    private static Optional<String> dmarc(Received mail, String server) {
        if (server == null) {
            return Optional.empty();
        }
        return mail.header("Authentication-Results").stream().filter(value -> value.split("[;\\s]", 2)[0].equalsIgnoreCase(server)).findFirst().map(value -> {
            // What stands in parentheses are remarks, which may repeat anything.
            Matcher dmarc = DMARC.matcher(value.replaceAll("\\([^()]*\\)", " "));
            return dmarc.find() ? dmarc.group(1).toLowerCase(Locale.ROOT) : "none";
        });
    }
}
