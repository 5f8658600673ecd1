package dev.pledgedesk.inbound.control;

import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.tenancy.TicketSection.Inbound;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketFiling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Words of a message as tickets have them: never empty, never too long. */
@ApplicationScoped
public class Draft {

    private static final int SHORT = 60;
    private static final int LONGEST_NAME = 100;

    @Inject
    Tenants tenants;

    /** What is said; a word for nothing. */
    String body(String text) {
        return text.isBlank() ? tenants.messages().text("incoming.no-words") : text.length() > TicketFiling.MAX_BODY ? text.substring(0, TicketFiling.MAX_BODY) : text;
    }

    /** Whether a text is longer than a ticket takes. */
    static boolean isTooLong(String text) {
        return text.length() > TicketFiling.MAX_BODY;
    }

    private String subject(String subject, String text) {
        String line = subject.isBlank() ? text.strip().split("\\R", 2)[0].strip() : subject.strip();
        int most = subject.isBlank() ? SHORT : TicketFiling.MAX_SUBJECT;
        return line.isEmpty() ? tenants.messages().text("incoming.no-subject") : line.length() > most ? line.substring(0, most - 1) + "…" : line;
    }

    /**
     * A ticket made of a message; empty if the tenant has no type for it.
     *
     * @param customer null for somebody new, who is then known by address and name
     * @param isMail   whether the address is one of mail
     */
    Optional<NewTicket> ticket(String channel, UUID customer, boolean isMail, String address, String name, String subject, String text, List<UUID> files) {
        Optional<TicketType> type = tenants.config().tickets().inboundType(channel);
        Requester requester = customer != null ? new Requester(customer, null, null, null, null) : new Requester(null, name(name), isMail ? address : null, isMail ? null : address, null);
        return type.map(t -> new NewTicket(t.key(), tenants.config().tickets().inbound(channel).map(Inbound::category).orElse(null), subject(subject, text), body(text), null, way(isMail), requester, Map.of(),
                List.of(), files, null));
    }

    /** One line, as forms take it; null if it says nothing. */
    private static String name(String name) {
        String line = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? null : line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }

    /** As tickets name the way. */
    static String way(boolean isMail) {
        return isMail ? "email" : "sms";
    }
}
