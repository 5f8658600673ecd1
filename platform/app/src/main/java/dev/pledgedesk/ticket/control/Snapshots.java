package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.DeskSource;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.sdk.MessageSnapshot;
import dev.pledgedesk.sdk.MessageSnapshot.Author;
import dev.pledgedesk.sdk.TicketSnapshot;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets as plugins see them: read in a short transaction, given away after it. */
@ApplicationScoped
@Transactional
public class Snapshots implements DeskSource {

    @Inject
    TicketRows tickets;

    @Inject
    MessageRows messages;

    @Inject
    TicketAccess access;

    @Inject
    TicketText text;

    @Inject
    FieldClasses classes;

    @Inject
    ConsentGate gate;

    @Inject
    Customers customers;

    @Inject
    Tenants tenants;

    /**
     * What is known of a ticket, before it is cut to what a plugin may see.
     *
     * @param fields   without those that consent hides
     * @param personal keys of those that are personal
     */
    public record Facts(UUID id, String number, String type, String category, String priority, String channel, String status, boolean closed, String subject, Instant createdAt,
            Map<String, Object> fields, Set<String> personal, Locale language) {

        /** As a plugin sees it. */
        public TicketSnapshot seenBy(Visible visible) {
            return new TicketSnapshot(visible.handle(id), number, type, Optional.ofNullable(category), priority, channel, status, closed, visible.texts() ? subject : "", createdAt,
                    FieldTexts.of(fields, visible.texts() ? Set.of() : personal));
        }
    }

    /** Of a ticket that the caller sees; not found otherwise. */
    public Facts visible(UUID id) {
        return facts(access.visible(id));
    }

    /** What the requester of a ticket that the caller sees has said last; empty if nothing, or nothing that is left. */
    public Optional<String> asked(UUID id) {
        Ticket ticket = access.visible(id);
        return messages.newest(id, PageRequest.MAX_SIZE).stream().filter(m -> !m.isInternal() && author(m) == Author.CUSTOMER).findFirst().map(m -> text.body(ticket.requesterId(), m));
    }

    /** The fields of a ticket that the caller may change, before he does. */
    public record Fields(TicketType type, Map<String, Object> values) {

        /** New values as plugins want them. */
        public Map<String, Object> checkedBy(FieldPlugins plugins, Map<String, Object> given) {
            return plugins.checked(type, values, given, true);
        }
    }

    /** Of a ticket that the caller may change; not found otherwise. */
    public Fields changing(UUID id) {
        Ticket ticket = access.changeable(id);
        return new Fields(access.config(ticket).ticketType(ticket.type()).orElseThrow(Problem::notFound), text.fields(ticket));
    }

    @Override
    public Optional<TicketSnapshot> ticket(UUID id, Visible visible) {
        return tickets.find(id).map(ticket -> facts(ticket).seenBy(visible));
    }

    @Override
    public List<MessageSnapshot> messages(UUID id, int most) {
        return tickets.find(id).map(ticket -> messages.newest(id, most).stream().filter(m -> text.body(ticket.requesterId(), m) != null)
                .map(m -> new MessageSnapshot(author(m), m.isInternal(), text.body(ticket.requesterId(), m), m.createdAt())).toList()).orElse(List.of());
    }

    private Facts facts(Ticket ticket) {
        Map<String, Object> fields = new LinkedHashMap<>(text.fields(ticket));
        Optional<TicketType> type = access.config(ticket).ticketType(ticket.type());
        fields.keySet().removeAll(type.map(t -> gate.hidden(t, ticket.requesterId())).orElse(Set.of()));
        String locale = Optional.ofNullable(customers.contacts(ticket.requesterId()).locale()).orElse(tenants.config().tenant().locales().get(0));
        String subject = text.subject(ticket);
        return new Facts(ticket.id(), ticket.number(), ticket.type(), ticket.category(), ticket.priority(), ticket.channel(), ticket.status(), ticket.statusCategory().isDone(), subject == null ? "" : subject,
                ticket.createdAt(), fields, type.map(classes::personal).orElse(Set.of()), Locale.forLanguageTag(locale));
    }

    private static Author author(Message message) {
        return switch (message.authorKind()) {
            case "customer", "guest" -> Author.CUSTOMER;
            case "staff" -> Author.STAFF;
            default -> Author.SYSTEM;
        };
    }
}
