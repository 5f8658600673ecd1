package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Mail.Received;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of mails that say which conversation they belong to: mail programs carry them back in whatever answers. */
final class Threads {

    private static final Pattern OURS = Pattern.compile("<(?:([0-9a-f-]{36})\\.)?t-([A-Za-z0-9_-]{8,200})@[^<>\\s]{1,255}+>");
    private static final Pattern PLAIN = Pattern.compile("<([0-9a-f-]{36})@[^<>\\s]{1,255}+>");

    private static final int LONGEST = 20_000;

    private Threads() {
    }

    /** The Message-ID of a message. */
    static String messageId(String id, Optional<String> thread, String domain) {
        return "<" + id + thread.map(t -> ".t-" + t).orElse("") + "@" + domain + ">";
    }

    /** What all mails of a conversation refer to, so that mail programs show them together. */
    static String root(String thread, String domain) {
        return "<t-" + thread + "@" + domain + ">";
    }

    /** Tokens of conversations that a mail names, the nearest first. */
    static List<String> of(Received mail) {
        Set<String> tokens = new LinkedHashSet<>();
        mail.header("In-Reply-To").forEach(value -> tokens.addAll(tokens(value)));
        mail.header("References").forEach(value -> {
            List<String> oldestFirst = tokens(value);
            Collections.reverse(oldestFirst);
            tokens.addAll(oldestFirst);
        });
        return List.copyOf(tokens);
    }

    private static List<String> tokens(String value) {
        List<String> found = new ArrayList<>();
        // The end of it: programs put the nearest last.
        for (Matcher ours = OURS.matcher(value.substring(Math.max(0, value.length() - LONGEST))); ours.find();) {
            found.add(ours.group(2));
        }
        return found;
    }

    /** The message of ours whose Message-ID stands in a text first; empty if none does. */
    static Optional<String> message(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        for (Matcher ours = OURS.matcher(head); ours.find();) {
            if (ours.group(1) != null) {
                return Optional.of(ours.group(1));
            }
        }
        Matcher plain = PLAIN.matcher(head);
        return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
    }
}
