package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what a new ticket is about. Called after the form was found to be right and before the ticket is filed, so its customer waits for the answer. What whoever
 * files it has chosen himself stays; several classifiers fill what the ones before them, in the order of the configuration, have left open.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface TicketClassifier {

    /**
     * What a classifier thinks. A category or priority that the tenant does not have is a failure of the plugin.
     *
     * @param category key of one of the tenant's categories, empty for no opinion
     * @param priority {@code low}, {@code normal}, {@code high} or {@code urgent}, empty for no opinion
     * @param tags     to be added, at most ten
     * @param reason   why, for the ticket's history; no words of the customer
     */
    record Classification(Optional<String> category, Optional<String> priority, List<String> tags, Text reason) {

        /** Refuses what is missing. */
        public Classification {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(reason, "reason");
            tags = List.copyOf(tags);
        }

        /** Of what a classifier can say nothing about. */
        public static final Classification NONE = new Classification(Optional.empty(), Optional.empty(), List.of(), Text.same(""));
    }

    /**
     * Classifies a ticket.
     *
     * @param ticket about to be filed
     * @return {@link Classification#NONE} for no opinion
     * @throws Exception if it cannot be told; the ticket is then filed without it
     */
    Classification classify(TicketDraft ticket) throws Exception;
}
