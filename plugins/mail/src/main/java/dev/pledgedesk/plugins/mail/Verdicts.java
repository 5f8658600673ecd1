package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.Mail.Received;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the receiving server has found out about a sender (RFC 8601). Whoever writes a mail can write such headers as well, so only the topmost one of the server's own name counts. */
final class Verdicts {

    private static final Pattern DMARC = Pattern.compile("(?i)\\s*dmarc\\s*=\\s*([a-z]+)");
    private static final Pattern ABOUT = Pattern.compile("(?i)\\bheader\\.from\\s*=\\s*@?([a-z0-9.-]+)");

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
        return mail.header("Authentication-Results").stream().filter(value -> value.split("[;\\s]", 2)[0].equalsIgnoreCase(server)).findFirst().map(value -> verdict(value, mail.from()));
    }

    /** A verdict stands at the beginning of its clause; addresses in others are the sender's own words. */
    private static String verdict(String results, String from) {
        for (String clause : withoutRemarks(results).split(";")) {
            Matcher dmarc = DMARC.matcher(clause);
            if (dmarc.lookingAt()) {
                Matcher about = ABOUT.matcher(clause);
                boolean his = !about.find() || from.toLowerCase(Locale.ROOT).endsWith("@" + about.group(1).toLowerCase(Locale.ROOT)) || from.toLowerCase(Locale.ROOT).endsWith("." + about.group(1).toLowerCase(Locale.ROOT));
                return his ? dmarc.group(1).toLowerCase(Locale.ROOT) : "fail";
            }
        }
        return "none";
    }

    /** Without comments, which nest, and quoted texts: both may repeat anything. */
    private static String withoutRemarks(String results) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < results.length(); i++) {
            char c = results.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (!quoted && depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
