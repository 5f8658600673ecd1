package dev.pledgedesk.sdktest;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.FieldKind;
import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.ReplyCheck;
import dev.pledgedesk.sdk.ReportSource;
import dev.pledgedesk.sdk.TicketClassifier;
import dev.pledgedesk.sdk.TicketPanel;
import java.time.Instant;
import java.util.List;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks an instance of any extension point about some words, as the platform would. */
final class Questions {

    /** Words that are awkward: none, very many, of several scripts, of no script at all. */
    static final List<String> WORDS = List.of("", "x", "热水器不出热水，显示 E04；Wärme? İı 👩‍👩‍👧 \u202eabc\u0007", "no hot water ".repeat(1_300));

    private static final int LONGEST_TYPED = 200;

    private Questions() {
    }

    private static FieldValidator.Question question(String words) {
        return new FieldValidator.Question("fault", "serialNumber", words.isEmpty() ? "-" : words, Tickets.values(Map.of()), Locale.SIMPLIFIED_CHINESE);
    }

    /** The answer; an unknown extension point is a failure of the test kit. */
    static Object ask(Object instance, String words) throws Exception {
        Map<String, String> fields = words.isEmpty() ? Map.of() : Map.of("serialNumber", words, "title", words);
        var ticket = Tickets.ticket(words, fields);
        if (instance instanceof TicketClassifier classifier) {
            return classifier.classify(Tickets.draft(words, words, fields));
        }
        if (instance instanceof FieldKind kind) {
            return List.of(kind.options(new FieldKind.Typed("fault", "serialNumber", words.substring(0, Math.min(words.length(), LONGEST_TYPED)), Locale.SIMPLIFIED_CHINESE)), kind.check(question(words)));
        }
        if (instance instanceof FieldValidator validator) {
            return validator.check(question(words));
        }
        if (instance instanceof EntitlementLookup lookup) {
            return lookup.find(ticket);
        }
        if (instance instanceof ReplyCheck check) {
            return check.check(new ReplyCheck.Reply(ticket, words, Locale.ENGLISH));
        }
        if (instance instanceof AnswerSuggester suggester) {
            return suggester.suggest(new AnswerSuggester.Question(AnswerSuggester.Reader.STAFF, "fault", words, words, Locale.SIMPLIFIED_CHINESE));
        }
        if (instance instanceof TicketPanel panel) {
            return panel.show(new TicketPanel.Question(ticket, Locale.ENGLISH));
        }
        if (instance instanceof ReportSource source) {
            return source.tables(YearMonth.of(2026, 2));
        }
        if (instance instanceof NotificationChannel channel) {
            String to = channel.reach() == NotificationChannel.Reach.MAIL ? "customer@example.com" : "+8613800138000";
            return channel.send(new NotificationChannel.Message("00000000-0000-7000-8000-000000000001", to, "desk@example.com", "客服", words, words.isEmpty() ? "-" : words, Optional.of("token-of-a-conversation")));
        }
        if (instance instanceof InboundChannel channel) {
            return List.of(channel.every(), channel.fetch("", 10));
        }
        if (instance instanceof DeskEventListener listener) {
            for (String type : listener.types()) {
                listener.happened(new DeskEventListener.Event("event-" + type, type, Instant.parse("2026-02-28T00:00:00Z"), ticket.handle()));
            }
            return listener.types();
        }
        throw new AssertionError("an extension point that the test kit does not know: " + instance.getClass());
    }
}
