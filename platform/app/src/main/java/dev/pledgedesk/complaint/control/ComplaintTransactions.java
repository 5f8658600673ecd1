package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.OwnComplaint;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintEntry.What;
import dev.pledgedesk.complaint.entity.ComplaintTicket;
import dev.pledgedesk.complaint.entity.ComplaintTickets;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketState;
import dev.pledgedesk.ticket.TicketStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Opens complaints and takes them through their stages, each step one transaction with its entries, clocks and notices. */
@ApplicationScoped
@Transactional
public class ComplaintTransactions {

    static final TextBounds WORDS = new TextBounds(3, 4000);
    private static final int SUBJECT = 80;
    /** Contacts of which the words are heard and not read. */
    private static final Set<String> SPOKEN = Set.of("phone", "walk-in");
    /** What a customer has said or was told. */
    static final List<Need> OWN_TEXTS = List.of(Need.CONTENT, Need.PLACE, Need.DESIRED_OUTCOME, Need.APOLOGY, Need.SOLUTION, Need.COMPENSATION);
    private static final Duration LONG_AGO = Duration.ofDays(366);

    @Inject
    Complaints complaints;

    @Inject
    ComplaintTickets links;

    @Inject
    ComplaintAccess access;

    @Inject
    ComplaintAssembly assembly;

    @Inject
    Regimes regimes;

    @Inject
    Timeline timeline;

    @Inject
    FormWriter forms;

    @Inject
    FormInHand formInHand;

    @Inject
    StageReached reached;

    @Inject
    PersonalData personalData;

    @Inject
    TicketFiling filing;

    @Inject
    TicketStates tickets;

    @Inject
    Conversation conversation;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public ComplaintView file(ComplaintDraft draft) {
        String content = WORDS.take(draft.form().texts().get(Need.CONTENT), "/texts/content");
        UUID ticketId = draft.ticketId() == null ? ticket(draft, content) : draft.ticketId();
        TicketState ticket = tickets.get(ticketId);
        if (personalData.isForgotten(tickets.requester(ticketId))) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.forgotten");
        }
        complaints.ofTicket(ticketId).stream().filter(Complaint::isOpen).findFirst().ifPresent(open -> {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.open-already", open.number());
        });
        Complaint complaint = open(ticket, regimes.choose(draft.regime(), ticket.type()), draft.channel() == null ? ticket.channel() : draft.channel(), received(draft));
        forms.write(complaint, draft.form());
        reached.follow(complaint);
        return assembly.view(complaint);
    }

    /** A ticket that is a complaint by its type. */
    public void openFor(TicketState ticket, Regime regime) {
        Complaint complaint = open(ticket, regime, ticket.channel(), ticket.createdAt());
        String content = tickets.opening(ticket.id());
        if (content != null) {
            timeline.begin(complaint, new What(EntryKind.WRITTEN, Need.CONTENT.key(), null, null), content);
        }
        reached.follow(complaint);
    }

    private Complaint open(TicketState ticket, Regime regime, String channel, Instant receivedAt) {
        String number = ticket.number() + "-C" + (complaints.ofTicket(ticket.id()).size() + 1);
        UUID owner = caller.kind() == CallerKind.STAFF && regime.stages().get(0).roles().stream().anyMatch(caller.roles()::contains) ? caller.id() : null;
        Complaint complaint = complaints.add(new Complaint(Ids.next(), number, tickets.requester(ticket.id()), ticket.id(), regime, tenants.current().configVersion(), channel, owner, receivedAt,
                caller.actor(), clock.now()));
        complaints.flush();
        timeline.begin(complaint, new What(EntryKind.FILED, regime.key(), channel, null), null);
        return complaint;
    }

    private UUID ticket(ComplaintDraft draft, String content) {
        String type = regimes.choose(draft.regime(), null).types().stream().findFirst().orElse(tenants.config().tickets().ticketTypes().get(0).key());
        String subject = content.lines().findFirst().orElse(content);
        formInHand.filing(true);
        try {
            return filing.fileAlong(new NewTicket(type, null, subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject, content, null, draft.channel(), draft.requester(), draft.fields(), List.of(),
                    List.of(), null)).ticket().id();
        } finally {
            formInHand.filing(false);
        }
    }

    private Instant received(ComplaintDraft draft) {
        if (draft.receivedAt() == null) {
            return clock.now();
        }
        if (draft.receivedAt().isAfter(clock.now()) || draft.receivedAt().isBefore(clock.now().minus(LONG_AGO))) {
            throw Problem.invalid(new FieldError("/receivedAt", "field.time-past"));
        }
        return draft.receivedAt();
    }

    public ComplaintView write(UUID id, Long version, ComplaintForm form) {
        Complaint complaint = access.toChange(id);
        complaint.requireVersion(version);
        forms.write(complaint, form);
        complaints.flush();
        return assembly.view(complaint);
    }

    public ComplaintView move(UUID id, String to, String note) {
        Complaint complaint = access.toChange(id);
        List<FieldError> missing = timeline.missing(regimes.stage(complaint), complaint, timeline.of(complaint)).stream().map(need -> new FieldError("/" + need.key(), "complaint.needed")).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(missing);
        }
        complaint.move(regimes.of(complaint), to, clock.now());
        timeline.write(complaint, new What(EntryKind.MOVED, null, to, null), note == null || note.isBlank() ? null : WORDS.take(note, "/note"));
        reached.follow(complaint);
        complaints.flush();
        return assembly.view(complaint);
    }

    /** Its ticket was merged: it goes along, unless the other one is somebody else's or has an open complaint of its own. */
    public void follow(UUID merged, UUID survivor) {
        complaints.ofTicket(merged).stream().filter(Complaint::isOpen).forEach(found -> {
            Complaint complaint = complaints.held(found.id());
            if (tickets.requester(survivor).equals(complaint.customerId()) && complaints.ofTicket(survivor).stream().noneMatch(Complaint::isOpen)) {
                complaint.spokenIn(survivor);
                timeline.write(complaint, EntryKind.LINKED, null, tickets.get(survivor).number());
            }
        });
    }

    /** The customer is told something: in the ticket for all to read, or it is noted there what was said to him. */
    public ComplaintView tell(UUID id, String what, String text, String channel) {
        Complaint complaint = access.toChange(id);
        String words = WORDS.take(text, "/text");
        timeline.write(complaint, new What(EntryKind.TOLD, what, channel, null), words);
        conversation.add(complaint.ticketId(), new Conversation.NewMessage(SPOKEN.contains(channel), words, channel, null, List.of()));
        return assembly.view(complaint);
    }

    public ComplaintView link(UUID id, UUID ticketId) {
        Complaint complaint = access.toChange(id);
        TicketState ticket = tickets.get(ticketId);
        if (!tickets.requester(ticketId).equals(complaint.customerId())) {
            throw Problem.unprocessable(new FieldError("/ticketId", "complaint.ticket-of-another"));
        }
        if (ticketId.equals(complaint.ticketId()) || links.of(id).contains(ticketId)) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.linked-already");
        }
        links.add(new ComplaintTicket(Ids.next(), id, ticketId));
        timeline.write(complaint, EntryKind.LINKED, null, ticket.number());
        return assembly.view(complaint);
    }

    public ComplaintView get(UUID id) {
        return assembly.view(complaints.get(id));
    }

    public List<EntryView> timeline(UUID id) {
        return timeline.of(complaints.get(id));
    }

    public Page<ComplaintSummary> page(boolean openOnly, UUID owner, String stage, PageRequest request) {
        return complaints.page(openOnly, owner, stage, request).map(assembly::summary);
    }

    public List<ComplaintSummary> ofTicket(UUID ticketId) {
        return complaints.ofTicket(ticketId).stream().map(assembly::summary).toList();
    }

    /** Those of a ticket as its customer sees them. */
    public List<OwnComplaint> own(UUID ticketId) {
        return complaints.ofTicket(ticketId).stream().map(assembly::own).toList();
    }

    /** What the customer of the request has complained of and what became of it, for himself. */
    public List<Map<String, Object>> takenAlong() {
        return complaints.ofCustomer(caller.id()).stream().map(c -> {
            Map<Need, String> texts = Timeline.texts(timeline.of(c));
            Map<String, Object> taken = new LinkedHashMap<>();
            taken.put("number", c.number());
            taken.put("receivedAt", c.receivedAt());
            taken.put("stage", c.stage());
            taken.put("outcome", c.outcome() == null ? null : c.outcome().key());
            taken.put("endedAt", c.endedAt());
            OWN_TEXTS.forEach(need -> taken.put(need.key(), texts.get(need)));
            return taken;
        }).toList();
    }

    /** Refuses as not found what is not there. */
    public void require(UUID id) {
        complaints.get(id);
    }
}
