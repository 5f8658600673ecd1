package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.HistoryLine;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketDetails.Link;
import dev.pledgedesk.ticket.TicketDetails.Person;
import dev.pledgedesk.ticket.TicketSummary;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketChangeRow;
import dev.pledgedesk.ticket.entity.TicketLink;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRelations.Around;
import dev.pledgedesk.ticket.entity.TicketRow;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a caller sees of rows: names instead of ids, opened texts, nothing internal for customers. */
@ApplicationScoped
public class TicketAssembly {

    private static final CustomerName UNKNOWN = new CustomerName("–", false);

    @Inject
    TicketRows tickets;

    @Inject
    TicketRelations relations;

    @Inject
    AttachmentRows attachments;

    @Inject
    TicketAccess access;

    @Inject
    ConsentGate gate;

    @Inject
    FieldClasses classes;

    @Inject
    TicketText text;

    @Inject
    Staff staff;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    /** One ticket in full. */
    public TicketDetails details(Ticket ticket) {
        return details(ticket, caller.isInside() ? relations.around(ticket.id()) : Around.NOTHING);
    }

    /** A ticket that was filed just now. */
    public TicketDetails fresh(Ticket ticket) {
        return details(ticket, Around.NOTHING);
    }

    private TicketDetails details(Ticket ticket, Around around) {
        List<UUID> watchers = around.watchers();
        Map<UUID, CustomerName> names = staff(Stream.concat(watchers.stream(), Stream.ofNullable(ticket.assigneeId())).toList());
        Map<UUID, CustomerName> requesters = customers.names(List.of(ticket.requesterId()));
        Map<String, Object> fields = text.fields(ticket);
        return new TicketDetails(ticket.id(), ticket.number(), ticket.type(), ticket.category(), text.subject(ticket), ticket.status(),
                ticket.statusCategory(), ticket.priority(), ticket.channel(),
                // A guest who has just filed may have named a known customer's address: he learns nothing of him.
                caller.isAnonymous() ? null : person(ticket.requesterId(), requesters), person(ticket.assigneeId(), names), ticket.team(), ticket.department(), caller.isInside() ? text.tags(ticket) : List.of(),
                visibleFields(ticket, fields), masked(ticket, fields), ticket.mergedInto(), watchers.stream().map(w -> person(w, names)).toList(),
                links(ticket, around.links()), ticket.configVersion(), ticket.createdAt(), ticket.updatedAt(), ticket.version(),
                access.actions(ticket), caller.isInside() ? ticket.externalId() : null, ticket.emptiedAt());
    }

    /** Rows of a list: two look-ups of names, however many rows. */
    public List<TicketSummary> summaries(List<TicketRow> rows) {
        Map<UUID, CustomerName> names = staff(rows.stream().map(TicketRow::assigneeId).filter(Objects::nonNull).distinct().toList());
        Map<UUID, CustomerName> requesters = customers.names(rows.stream().map(TicketRow::requesterId).distinct().toList());
        return rows.stream().map(r -> new TicketSummary(r.id(), r.number(), r.type(), r.category(), text.subject(r.requesterId(), r.id(), r.subject()),
                r.status(), r.statusCategory(), r.priority(), r.channel(), person(r.requesterId(), requesters), person(r.assigneeId(), names), r.team(),
                r.department(), caller.isInside() ? text.tags(r.requesterId(), r.id(), r.tagList()) : List.of(), r.createdAt(), r.updatedAt(), r.version(),
                caller.isInside() ? r.externalId() : null)).toList();
    }

    /** Messages of one ticket with their files. */
    public List<MessageView> messages(Ticket ticket, List<Message> rows) {
        Map<UUID, CustomerName> names = names(ticket, rows.stream().map(Message::authorId).filter(Objects::nonNull).toList());
        Map<UUID, List<Attachment>> files = attachments.ofMessages(rows.stream().map(Message::id).toList()).stream()
                .collect(Collectors.groupingBy(Attachment::messageId));
        return rows.stream().map(m -> new MessageView(m.id(), m.isInternal(), person(m.authorId(), names), m.authorKind(), m.channel(),
                text.body(ticket.requesterId(), m),
                files.getOrDefault(m.id(), List.of()).stream().map(a -> file(ticket.requesterId(), a)).toList(), m.createdAt())).toList();
    }

    /** Changes of one ticket. */
    public List<HistoryLine> history(Ticket ticket, List<TicketChangeRow> rows) {
        Map<UUID, CustomerName> names = names(ticket, rows.stream().map(TicketChangeRow::actorId).filter(Objects::nonNull).toList());
        Set<String> hidden = hidden(ticket).stream().map(key -> "fields." + key).collect(Collectors.toSet());
        Set<String> masked = type(ticket).map(classes::personal).orElse(Set.of()).stream().map(key -> "fields." + key).collect(Collectors.toSet());
        return rows.stream().filter(c -> !hidden.contains(c.field())).map(c -> masked.contains(c.field()) ? new HistoryLine(c.id(), c.at(), person(c.actorId(), names), c.field(), null, null, true)
                : new HistoryLine(c.id(), c.at(), person(c.actorId(), names), c.field(), text.before(ticket.requesterId(), c), text.after(ticket.requesterId(), c), false)).toList();
    }

    /** A file; {@code keyOwner} is the requester once a message has claimed it. */
    public AttachmentView file(UUID keyOwner, Attachment file) {
        return new AttachmentView(file.id(), text.fileName(keyOwner, file), file.mediaType(), file.size());
    }

    private Map<UUID, CustomerName> staff(List<UUID> ids) {
        Map<UUID, CustomerName> names = new HashMap<>();
        staff.names(ids).forEach((id, name) -> names.put(id, new CustomerName(name, false)));
        return names;
    }

    private Map<UUID, CustomerName> names(Ticket ticket, List<UUID> ids) {
        Map<UUID, CustomerName> names = staff(ids);
        names.putAll(customers.names(List.of(ticket.requesterId())));
        return names;
    }

    private List<Link> links(Ticket ticket, List<TicketLink> found) {
        Map<UUID, String> numbers = tickets.numbers(found.stream().map(l -> other(ticket, l)).toList());
        return found.stream().map(l -> new Link(other(ticket, l), numbers.get(other(ticket, l)), l.kind())).toList();
    }

    private static UUID other(Ticket ticket, TicketLink link) {
        return link.ticketId().equals(ticket.id()) ? link.otherId() : link.ticketId();
    }

    private Map<String, Object> visibleFields(Ticket ticket, Map<String, Object> fields) {
        Map<String, Object> visible = new LinkedHashMap<>(fields);
        if (caller.isInside()) {
            // Those that consent hides are among them.
            visible.keySet().removeAll(type(ticket).map(classes::personal).orElse(Set.of()));
            return visible;
        }
        List<String> open = type(ticket).map(TicketType::fields).orElse(List.of()).stream()
                .filter(f -> !f.internal()).map(Field::key).toList();
        visible.keySet().retainAll(open);
        return visible;
    }

    /** Values of personal fields that staff may open, by key. */
    public Map<String, Object> personalFields(Ticket ticket) {
        return personalFields(ticket, text.fields(ticket));
    }

    private Map<String, Object> personalFields(Ticket ticket, Map<String, Object> fields) {
        Map<String, Object> personal = new LinkedHashMap<>(fields);
        personal.keySet().retainAll(type(ticket).map(classes::personal).orElse(Set.of()));
        personal.keySet().removeAll(hidden(ticket));
        return personal;
    }

    private List<String> masked(Ticket ticket, Map<String, Object> fields) {
        return caller.isInside() ? personalFields(ticket, fields).keySet().stream().sorted().toList() : List.of();
    }

    private Set<String> hidden(Ticket ticket) {
        return type(ticket).map(type -> gate.hidden(type, ticket.requesterId())).orElse(Set.of());
    }

    private Optional<TicketType> type(Ticket ticket) {
        return access.config(ticket).ticketType(ticket.type());
    }

    private static Person person(UUID id, Map<UUID, CustomerName> names) {
        CustomerName name = names.getOrDefault(id, UNKNOWN);
        return id == null ? null : new Person(id, name.text(), name.anonymous());
    }
}
