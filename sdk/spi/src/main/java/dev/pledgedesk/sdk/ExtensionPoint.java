package dev.pledgedesk.sdk;

import java.time.Duration;
import java.util.List;

/**
 * A place in the platform where plugins are called. The constants are all there are.
 *
 * @param <T> what is implemented there
 * @since 1.0
 */
public final class ExtensionPoint<T> {

    /** Says what a new ticket is about, before it is filed. */
    public static final ExtensionPoint<TicketClassifier> TICKET_CLASSIFIER =
            new ExtensionPoint<>("ticket-classifier", TicketClassifier.class, "1.0", Duration.ofMillis(500), OnFailure.SKIP);
    /** Checks the value of a ticket's field that names it as its validator. */
    public static final ExtensionPoint<FieldValidator> FIELD_VALIDATOR =
            new ExtensionPoint<>("field-validator", FieldValidator.class, "1.0", Duration.ofSeconds(2), OnFailure.SKIP);
    /** Finds what a customer is entitled to for the thing a ticket is about. */
    public static final ExtensionPoint<EntitlementLookup> ENTITLEMENT_LOOKUP =
            new ExtensionPoint<>("entitlement-lookup", EntitlementLookup.class, "1.0", Duration.ofSeconds(3), OnFailure.SKIP);
    /** Reads a reply before it leaves. */
    public static final ExtensionPoint<ReplyCheck> REPLY_CHECK =
            new ExtensionPoint<>("reply-check", ReplyCheck.class, "1.0", Duration.ofSeconds(1), OnFailure.SKIP);
    /** Suggests answers, to staff beside the reply and to customers on the form. */
    public static final ExtensionPoint<AnswerSuggester> ANSWER_SUGGESTER =
            new ExtensionPoint<>("answer-suggester", AnswerSuggester.class, "1.0", Duration.ofSeconds(2), OnFailure.SKIP);
    /** Hears of what has happened, after it has. */
    public static final ExtensionPoint<DeskEventListener> EVENT_LISTENER =
            new ExtensionPoint<>("event-listener", DeskEventListener.class, "1.0", Duration.ofSeconds(10), OnFailure.RETRY_LATER);
    /** Shows something of its own beside a ticket, to staff. */
    public static final ExtensionPoint<TicketPanel> CONSOLE_PANEL =
            new ExtensionPoint<>("console-panel", TicketPanel.class, "1.0", Duration.ofSeconds(2), OnFailure.SKIP);
    /** Shows something of its own beside a ticket, to its customer. */
    public static final ExtensionPoint<TicketPanel> PORTAL_PANEL =
            new ExtensionPoint<>("portal-panel", TicketPanel.class, "1.0", Duration.ofSeconds(2), OnFailure.SKIP);

    /**
     * Adds figures of the vendor's own to the report of a month.
     *
     * @since 1.1
     */
    public static final ExtensionPoint<ReportSource> REPORT_SOURCE =
            new ExtensionPoint<>("report-source", ReportSource.class, "1.1", Duration.ofSeconds(5), OnFailure.SKIP);

    /**
     * Carries what the platform writes to people. What it fails at is carried later.
     *
     * @since 1.2
     */
    public static final ExtensionPoint<NotificationChannel> NOTIFICATION_CHANNEL =
            new ExtensionPoint<>("notification-channel", NotificationChannel.class, "1.2", Duration.ofSeconds(20), OnFailure.RETRY_LATER);
    /**
     * Brings in what customers write elsewhere.
     *
     * @since 1.2
     */
    public static final ExtensionPoint<InboundChannel> INBOUND_CHANNEL =
            new ExtensionPoint<>("inbound-channel", InboundChannel.class, "1.2", Duration.ofSeconds(30), OnFailure.RETRY_LATER);

    /**
     * Offers values while somebody fills in a field, and checks what he leaves.
     *
     * @since 1.2
     */
    public static final ExtensionPoint<FieldKind> FIELD_KIND =
            new ExtensionPoint<>("field-kind", FieldKind.class, "1.2", Duration.ofSeconds(1), OnFailure.SKIP);

    private final String key;
    private final Class<T> type;
    private final String since;
    private final Duration budget;
    private final OnFailure onFailure;

    private ExtensionPoint(String key, Class<T> type, String since, Duration budget, OnFailure onFailure) {
        this.key = key;
        this.type = type;
        this.since = since;
        this.budget = budget;
        this.onFailure = onFailure;
    }

    /**
     * All of them.
     *
     * @return in the order in which they came
     */
    public static List<ExtensionPoint<?>> all() {
        return List.of(TICKET_CLASSIFIER, FIELD_VALIDATOR, ENTITLEMENT_LOOKUP, REPLY_CHECK, ANSWER_SUGGESTER, EVENT_LISTENER, CONSOLE_PANEL, PORTAL_PANEL, REPORT_SOURCE,
                NOTIFICATION_CHANNEL, INBOUND_CHANNEL, FIELD_KIND);
    }

    /**
     * Its name in configurations and on pages.
     *
     * @return lower-kebab case
     */
    public String key() {
        return key;
    }

    /**
     * What is implemented there.
     *
     * @return an interface
     */
    public Class<T> type() {
        return type;
    }

    /**
     * The version of the SDK that brought it.
     *
     * @return such as {@code 1.0}
     */
    public String since() {
        return since;
    }

    /**
     * How long one call may take before its thread is interrupted and its answer no longer waited for.
     *
     * @return more than zero
     */
    public Duration budget() {
        return budget;
    }

    /**
     * What comes in place of an answer that failed.
     *
     * @return the same for every call
     */
    public OnFailure onFailure() {
        return onFailure;
    }

    @Override
    public String toString() {
        return key;
    }
}
