package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Mail.Received;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what machines have written: notes of absence, lists, what mail servers say (RFC 3834, and what was usual before). */
final class Machines {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Pattern SERVERS = Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@.*", Pattern.CASE_INSENSITIVE);

    private Machines() {
    }

    static boolean wrote(Received mail) {
        String submitted = mail.first("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || PRECEDENCES.contains(mail.first("Precedence").strip().toLowerCase(Locale.ROOT))
                || !mail.first("X-Autoreply").isBlank() || !mail.first("X-Autorespond").isBlank() || !mail.first("List-Id").isBlank()
                || "<>".equals(mail.first("Return-Path").strip())
                || SERVERS.matcher(mail.from()).matches();
    }
}
