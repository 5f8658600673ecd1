package dev.pledgedesk.complaint.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.audit.JournalReader;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.EvidencePack.File;
import dev.pledgedesk.complaint.EvidencePack.Gathered;
import dev.pledgedesk.complaint.EvidencePack.Said;
import dev.pledgedesk.complaint.EvidenceSheet;
import dev.pledgedesk.complaint.EvidenceSheet.Line;
import dev.pledgedesk.complaint.EvidenceSheet.Part;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketReading;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what an evidence pack holds, in one transaction, so that all of it is of one moment. */
@ApplicationScoped
@Transactional
public class EvidenceGathering {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(null, ContentType.Html, EvidenceGathering.class.getClassLoader(), "gg.jte.generated.precompiled");
    /** What was said inside the house only. */
    private static final Set<EntryKind> INSIDE = EnumSet.of(EntryKind.ASKED, EntryKind.OPINION, EntryKind.CASE_WITHDRAWN, EntryKind.EXCEPTION_ASKED, EntryKind.EXCEPTION_DECIDED);

    /** What the customer has seen or done himself. */
    private static final Set<EntryKind> SEEN = EnumSet.of(EntryKind.FILED, EntryKind.MOVED, EntryKind.TOLD, EntryKind.SATISFIED, EntryKind.NOT_SATISFIED, EntryKind.REMINDED, EntryKind.CLOSED);
    /** The same as actions of the journal, and what happened to tickets for all to see. */
    private static final Set<String> OUTSIDE = Stream.concat(SEEN.stream().map(k -> "complaint." + k.key()), Stream.of("created", "replied").map("ticket."::concat)).collect(Collectors.toSet());

    @Inject
    ComplaintTransactions complaints;

    @Inject
    EvidenceWords words;

    @Inject
    Clocks clocks;

    @Inject
    TicketReading tickets;

    @Inject
    Customers customers;

    @Inject
    Readings readings;

    @Inject
    JournalReader reader;

    @Inject
    Journal journal;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Gathered gather(UUID id, boolean internal) {
        ComplaintView c = complaints.get(id);
        List<EntryView> timeline = complaints.timeline(id).stream().filter(e -> internal || isForOthers(e)).map(e -> internal ? e : outside(e)).toList();
        List<ClockView> promises = Stream.concat(clocks.of(id).stream().filter(k -> internal || k.shown()), internal ? c.cases().stream().flatMap(k -> clocks.of(k.id()).stream()) : Stream.empty()).toList();
        List<File> files = new ArrayList<>();
        List<UUID> conversations = Stream.concat(Stream.of(c.ticketId()), c.tickets().stream()).toList();
        List<Said> messages = conversations.stream().flatMap(ticket -> messages(ticket, internal, files)).toList();
        List<JournalReader.Proof> proofs = Stream.concat(Stream.of(id), conversations.stream()).flatMap(subject -> reader.proofs(subject.toString()).stream())
                .filter(p -> internal || OUTSIDE.contains(p.entry().action())).toList();
        CustomerName name = customers.names(List.of(c.customerId())).get(c.customerId());
        CustomerView customer = customer(c, name);
        journal.write(new Journal.Entry(caller.actor(), "evidence.taken", "complaint", id, Map.of("internal", internal, "files", files.size())));
        return new Gathered(page(c, name, customer, timeline, promises, messages, proofs, internal), record(c, name, customer, internal), timeline, words.clockRecords(promises), messages, proofs, files);
    }

    /** Contacts in clear only for who may open them for this complaint now; that is an opening, and noted as one. */
    private CustomerView customer(ComplaintView c, CustomerName name) {
        boolean may = c.outcome() == null && caller.may(Permission.CUSTOMER_READ) && !name.anonymous();
        return may ? readings.open(c.customerId(), new Readings.Why(ReadingPurpose.COMPLAINT, c.id(), null)) : null;
    }

    /** Of the form what the customer has said or was told; what staff chose in it, and departments, are the vendor's. */
    private static boolean isForOthers(EntryView e) {
        return !INSIDE.contains(e.kind()) && e.kind() != EntryKind.SET && (e.kind() != EntryKind.WRITTEN || ComplaintTransactions.OWN_TEXTS.contains(Need.of(e.name())));
    }

    /** Without names, and without the notes of moves. */
    private static EntryView outside(EntryView e) {
        return new EntryView(e.id(), e.number(), e.kind(), e.round(), e.name(), e.value(), e.kind() == EntryKind.MOVED ? null : e.words(), e.caseId(), e.at(), e.actor().replaceFirst("/.*", ""));
    }

    private Stream<Said> messages(UUID ticket, boolean internal, List<File> files) {
        String number = tickets.get(ticket).number();
        List<Said> all = new ArrayList<>();
        String next = null;
        do {
            Page<MessageView> page = tickets.messages(ticket, new PageRequest(PageRequest.MAX_SIZE, next));
            page.items().stream().filter(m -> internal || !m.internal()).forEach(m -> all.add(message(number, m, internal, files)));
            next = page.next();
        } while (next != null);
        return all.stream();
    }

    private static Said message(String number, MessageView m, boolean internal, List<File> files) {
        List<String> paths = new ArrayList<>();
        for (AttachmentView file : m.attachments()) {
            File kept = new File(file.id(), "files/" + number + "/" + file.id() + "-" + file.fileName().replaceAll("[^\\p{L}\\p{N}._-]", "_"));
            files.add(kept);
            paths.add(kept.path());
        }
        return new Said(number, m.createdAt(), m.authorKind(), internal && m.author() != null ? m.author().name() : null, m.internal(), m.channel(), m.body(), paths);
    }

    private Map<String, Object> record(ComplaintView c, CustomerName name, CustomerView customer, boolean internal) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("number", c.number());
        content.put("regime", c.regime());
        content.put("configVersion", c.configVersion());
        content.put("channel", c.channel());
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", name.text());
        if (customer != null) {
            person.put("email", customer.email());
            person.put("phone", customer.phone());
        }
        content.put("customer", person);
        content.put("receivedAt", c.receivedAt());
        content.put("filedAt", c.filedAt());
        content.put("stage", c.stage());
        content.put("round", c.round());
        content.put("occurredAt", c.occurredAt());
        c.texts().entrySet().stream().filter(e -> internal || ComplaintTransactions.OWN_TEXTS.contains(e.getKey())).forEach(e -> content.put(e.getKey().key(), e.getValue()));
        content.put("outcome", c.outcome() == null ? null : c.outcome().key());
        content.put("endedAt", c.endedAt());
        if (internal) {
            content.put("severity", c.severity());
            content.put("complex", c.complex());
            content.put("atFault", c.fault() == null ? null : c.fault().key());
            content.put("cause", c.cause());
            content.put("departments", c.cases());
        }
        return content;
    }

    private byte[] page(ComplaintView c, CustomerName name, CustomerView customer, List<EntryView> timeline, List<ClockView> promises, List<Said> messages, List<JournalReader.Proof> proofs,
            boolean internal) {
        Messages in = language.messages();
        List<Line> person = new ArrayList<>(List.of(new Line(in.text("console.readings.customer"), name.text(), null)));
        if (customer != null) {
            person.add(new Line(in.text("console.contact.mail"), customer.email() == null ? "–" : customer.email(), null));
            person.add(new Line(in.text("console.contact.phone"), customer.phone() == null ? "–" : customer.phone(), null));
        }
        Part said = new Part(in.text("console.conversation"), messages.stream().flatMap(m -> said(m, in)).toList());
        Part proved = new Part(in.text("console.journal"), proofs.stream().map(p -> new Line(words.time(p.entry().at()), p.entry().action() + "\n" + (p.hash() == null ? "–" : "#" + p.number() + " " + p.hash()), null)).toList());
        EvidenceSheet sheet = new EvidenceSheet(language.locale().toLanguageTag(), tenants.config().tenant().name().in(language.locale()), in.text("complaint.evidence.title", c.number()),
                in.text("complaint.evidence.taken", words.time(clock.now()), words.actor(caller.actor(), internal)),
                List.of(new Part(in.text("console.column.requester"), person), words.form(c, internal), words.timeline(c, timeline, internal), words.clocks(promises), said, proved,
                        new Part(in.text("complaint.evidence.proof"), List.of(new Line("SHA-256", in.text("complaint.evidence.how"), null)))));
        StringOutput html = new StringOutput();
        ENGINE.render("evidence.jte", sheet, html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Stream<Line> said(Said m, Messages in) {
        Line line = new Line(words.time(m.at()) + " · " + in.text("console.actor." + m.by()) + (m.name() == null ? "" : " " + m.name()), m.text(), null);
        return Stream.concat(Stream.of(line), m.files().stream().map(path -> new Line("", "", path)));
    }
}
