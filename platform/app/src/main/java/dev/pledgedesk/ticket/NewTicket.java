package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.Requester;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody files; category, priority, channel and requester may be null.
 *
 * @param externalId what the system that it comes from calls it, once per tenant; null if it comes from none
 * @param consents   what its requester consents to with it
 * @param advice     what plugins think of it; {@link Advice#NONE} before they were asked
 */
public record NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester,
        Map<String, Object> fields, List<String> tags, List<UUID> attachmentIds,
        String externalId, List<Consents.Given> consents, Advice advice) {

    /**
     * What plugins think of a ticket; counts where whoever files it has said nothing.
     *
     * @param category null for no opinion
     * @param priority likewise
     * @param by       who has said so, as {@code plugin/use}
     */
    public record Advice(String category, Priority priority, List<String> tags, List<String> by) {

        /** Of nobody. */
        public static final Advice NONE = new Advice(null, null, List.of(), List.of());
    }

    public NewTicket {
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** A ticket that no plugin was asked about. */
    public NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester, Map<String, Object> fields,
            List<String> tags, List<UUID> attachmentIds, String externalId, List<Consents.Given> consents) {
        this(type, category, subject, description, priority, channel, requester, fields, tags, attachmentIds, externalId, consents, Advice.NONE);
    }

    /** The same with other values of fields and with advice. */
    public NewTicket advised(Map<String, Object> otherFields, Advice given) {
        return new NewTicket(type, category, subject, description, priority, channel, requester, otherFields, tags, attachmentIds, externalId, consents, given);
    }

    /** A ticket without anything to consent to. */
    public NewTicket(String type, String category, String subject, String description, Priority priority, String channel, Requester requester, Map<String, Object> fields,
            List<String> tags, List<UUID> attachmentIds, String externalId) {
        this(type, category, subject, description, priority, channel, requester, fields, tags, attachmentIds, externalId, List.of());
    }
}
