package dev.pledgedesk.ticket.control;

import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Duties;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.Status;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.control.ChangeLog.Changes;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketRelations;
import dev.pledgedesk.ticket.entity.TicketRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The transactions of {@link dev.pledgedesk.ticket.TicketChanges}; each writes history, journal and event with the change. */
@ApplicationScoped
@Transactional
public class ChangeTransaction {

    @Inject
    TicketRows tickets;

    @Inject
    MessageRows messages;

    @Inject
    TicketRelations relations;

    @Inject
    FilingTransaction filing;

    @Inject
    TicketAccess access;

    @Inject
    TicketAssembly assembly;

    @Inject
    TicketText text;

    @Inject
    ConsentGate gate;

    @Inject
    ChangeLog log;

    @Inject
    Outbox outbox;

    @Inject
    Customers customers;

    @Inject
    Staff staff;

    @Inject
    Duties duties;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public TicketDetails change(UUID id, Long expectedVersion, TicketChange change) {
        Ticket ticket = access.changeable(id);
        ticket.requireVersion(expectedVersion);
        if (!caller.isInside()) {
            customersMove(ticket, change);
        }
        Changes changes = new Changes();
        if (change.status() != null) {
            move(ticket, change.status(), changes);
        }
        properties(ticket, change, changes);
        texts(ticket, change, changes);
        return finish(ticket, changes);
    }

    private void customersMove(Ticket ticket, TicketChange change) {
        if (!change.isOnlyStatus() || change.status() == null) {
            throw Problem.denied();
        }
        requireCustomersMove(ticket, change.status());
    }

    /** Customers may close and reopen, nothing else. */
    public void requireCustomersMove(Ticket ticket, String status) {
        StatusCategory to = access.workflow(ticket).status(status).map(Status::category).orElse(null);
        boolean closes = to == StatusCategory.CLOSED || to == StatusCategory.SOLVED;
        boolean reopens = to == StatusCategory.OPEN && ticket.statusCategory().isDone();
        if (to != null && !closes && !reopens) {
            throw Problem.denied();
        }
    }

    /** Moves a ticket along its workflow and notes it; a move the workflow does not know is refused. */
    public void move(Ticket ticket, String status, Changes changes) {
        var workflow = access.workflow(ticket);
        Status next = workflow.status(status).orElseThrow(() -> Problem.unprocessable(new FieldError("/status", "field.unknown-key", status)));
        if (next.key().equals(ticket.status())) {
            return;
        }
        if (ticket.mergedInto() != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "ticket.merged");
        }
        if (workflow.status(ticket.status()).map(s -> s.next().contains(next.key())).orElse(true)) {
            changes.note("status", ticket.status(), next.key());
            ticket.moveTo(next);
        } else {
            throw Problem.unprocessable(new FieldError("/status", "ticket.no-such-move", ticket.status(), next.key()));
        }
    }

    public TicketDetails close(UUID id, Long expectedVersion) {
        return moveToCategory(id, expectedVersion, StatusCategory.CLOSED, StatusCategory.SOLVED);
    }

    public TicketDetails reopen(UUID id, Long expectedVersion) {
        return moveToCategory(id, expectedVersion, StatusCategory.OPEN);
    }

    private TicketDetails moveToCategory(UUID id, Long expectedVersion, StatusCategory... wished) {
        Ticket ticket = access.changeable(id);
        Optional<Status> next = Stream.of(wished).flatMap(c -> access.workflow(ticket).next(ticket.status(), c).stream()).findFirst();
        if (next.isEmpty()) {
            throw Problem.of(Problem.Kind.CONFLICT, "ticket.no-move", ticket.status());
        }
        return change(id, expectedVersion, TicketChange.toStatus(next.get().key()));
    }

    private void properties(Ticket ticket, TicketChange change, Changes changes) {
        if (change.priority() != null) {
            changes.note("priority", ticket.priority(), change.priority().key());
            ticket.prioritise(change.priority().key());
        }
        if (change.category() != null) {
            String category = key(change.category(), "/category", tenants.config().tickets().categories().stream().map(TicketSection.Category::key));
            changes.note("category", ticket.category(), category);
            ticket.classify(category);
        }
        if (change.assigneeId() != null) {
            UUID assignee = assignee(change.assigneeId());
            changes.note("assignee", ticket.assigneeId(), assignee);
            ticket.assign(assignee);
        }
        OrganisationSection organisation = tenants.config().organisation();
        String team = change.team() == null ? ticket.team()
                : key(change.team(), "/team", organisation.teams().stream().map(OrganisationSection.Team::key));
        String department = change.department() == null ? ticket.department()
                : key(change.department(), "/department", organisation.departments().stream().map(OrganisationSection.Department::key));
        if (ticket.assigneeId() != null && (change.assigneeId() != null || !Objects.equals(team, ticket.team()))) {
            duties.require(staff.get(ticket.assigneeId()), Work.ticket(ticket.type(), team), change.assigneeId() == null ? "/team" : "/assigneeId");
        }
        changes.note("team", ticket.team(), team).note("department", ticket.department(), department);
        ticket.route(team, department);
        if (change.tags() != null) {
            List<String> tags = change.tags().stream().map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
            changes.note("tags", String.join(", ", text.tags(ticket)), String.join(", ", tags));
            text.tag(ticket, tags);
        }
    }

    private Map<String, Object> merged(Ticket ticket, Map<String, Object> fields, Map<String, Object> given) {
        TicketType type = access.config(ticket).ticketType(ticket.type()).orElseThrow(Problem::notFound);
        gate.requireForChange(type, given, ticket.requesterId());
        return FieldValues.merge(type, fields, given, true);
    }

    private void texts(Ticket ticket, TicketChange change, Changes changes) {
        if (change.subject() == null && change.fields() == null) {
            return;
        }
        String subject = change.subject() == null ? text.subject(ticket) : change.subject().strip();
        if (subject.isEmpty() || subject.length() > TicketFiling.MAX_SUBJECT) {
            throw Problem.invalid(new FieldError("/subject", "field.length", 1, TicketFiling.MAX_SUBJECT));
        }
        changes.note("subject", text.subject(ticket), subject);
        Map<String, Object> fields = text.fields(ticket);
        Map<String, Object> merged = change.fields() == null ? fields : merged(ticket, fields, change.fields());
        Stream.concat(fields.keySet().stream(), merged.keySet().stream()).distinct()
                .forEach(k -> changes.note("fields." + k, text(fields.get(k)), text(merged.get(k))));
        text.describe(ticket, subject, merged);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private UUID assignee(String id) {
        if (id.isBlank()) {
            return null;
        }
        return Ids.parse(id).map(this::activeStaff)
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/assigneeId", "field.unknown-key", id)));
    }

    private UUID activeStaff(UUID id) {
        try {
            StaffView member = staff.get(id);
            return member.active() ? id : null;
        } catch (Problem absent) {
            return null;
        }
    }

    private static String key(String key, String pointer, Stream<String> known) {
        if (key.isBlank()) {
            return null;
        }
        if (known.noneMatch(key::equals)) {
            throw Problem.unprocessable(new FieldError(pointer, "field.unknown-key", key));
        }
        return key;
    }

    /** Writes what changed, unless nothing did. */
    public TicketDetails finish(Ticket ticket, Changes changes) {
        if (!changes.isEmpty()) {
            ticket.touch(clock.now());
            log.write(ticket, "ticket.changed", changes);
            outbox.publish(new TicketEvent.Changed(ticket.id(), ticket.number(), List.copyOf(changes.fields()), ticket.status(), ticket.statusCategory().key(), ticket.priority(), ticket.category(),
                    ticket.assigneeId()), caller.actor());
            tickets.flush();
        }
        return assembly.details(ticket);
    }

    public void watch(UUID id, UUID staffId, boolean on) {
        Ticket ticket = access.changeable(id);
        String name = staff.get(staffId).login();
        if (on ? relations.watch(id, staffId) : relations.unwatch(id, staffId)) {
            finish(ticket, new Changes().note("watcher", on ? null : name, on ? name : null));
        }
    }

    public void link(UUID id, UUID otherId, String kind) {
        Ticket ticket = access.changeable(id);
        Ticket other = access.visible(otherId);
        if (id.equals(otherId)) {
            throw Problem.unprocessable(new FieldError("/ticketId", "ticket.link-to-itself"));
        }
        if (relations.link(id, otherId, kind)) {
            finish(ticket, new Changes().note("link", null, kind + " " + other.number()));
        }
    }

    public void unlink(UUID id, UUID otherId) {
        Ticket ticket = access.changeable(id);
        Ticket other = access.visible(otherId);
        if (relations.unlink(id, otherId)) {
            finish(ticket, new Changes().note("link", other.number(), null));
        }
    }

    public TicketDetails merge(UUID id, Long expectedVersion, UUID intoId) {
        Ticket ticket = access.changeable(id);
        ticket.requireVersion(expectedVersion);
        Ticket into = access.changeable(intoId);
        if (id.equals(intoId) || !into.requesterId().equals(ticket.requesterId()) || into.mergedInto() != null || ticket.mergedInto() != null) {
            throw Problem.unprocessable(new FieldError("/intoTicketId", "ticket.cannot-merge"));
        }
        if (customers.isAnonymous(ticket.requesterId())) {
            throw Problem.unprocessable(new FieldError("/intoTicketId", "ticket.cannot-merge-anonymous"));
        }
        Changes changes = new Changes();
        // Merging closes whatever the workflow says: the work goes on, only elsewhere.
        access.workflow(ticket).statuses().stream().filter(s -> s.category() == StatusCategory.CLOSED).findFirst()
                .or(() -> access.workflow(ticket).statuses().stream().filter(s -> s.category() == StatusCategory.SOLVED).findFirst())
                .ifPresent(closed -> {
                    changes.note("status", ticket.status(), closed.key());
                    ticket.moveTo(closed);
                });
        changes.note("merged-into", null, into.number());
        ticket.mergeInto(intoId);
        relations.link(id, intoId, "duplicates");
        finish(ticket, changes);
        return finish(into, new Changes().note("merged-from", null, ticket.number()));
    }

    public TicketDetails split(UUID id, UUID messageId, String subject, String type) {
        Ticket origin = access.changeable(id);
        Message message = messages.find(messageId).filter(m -> m.ticketId().equals(id))
                .orElseThrow(() -> Problem.unprocessable(new FieldError("/messageId", "field.unknown-key", messageId)));
        Ticket ticket = filing.splitOff(origin, subject.strip(), type, text.body(origin.requesterId(), message));
        finish(origin, new Changes().note("link", null, "split-from " + ticket.number()));
        return assembly.details(ticket);
    }
}
