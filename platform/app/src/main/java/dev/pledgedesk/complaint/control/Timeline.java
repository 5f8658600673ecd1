package dev.pledgedesk.complaint.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.complaint.CaseState;
import dev.pledgedesk.complaint.ComplaintEvent;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintCase;
import dev.pledgedesk.complaint.entity.ComplaintCases;
import dev.pledgedesk.complaint.entity.ComplaintEntries;
import dev.pledgedesk.complaint.entity.ComplaintEntry;
import dev.pledgedesk.complaint.entity.ComplaintEntry.What;
import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes down what happens to a complaint, in its own list and, without the words, in the journal; and reads from the list what is known. Part of its caller's transaction. */
@ApplicationScoped
public class Timeline {

    /** Who did what time did. */
    static final String PLATFORM = "platform";

    @Inject
    ComplaintEntries entries;

    @Inject
    ComplaintCases cases;

    @Inject
    PersonalData personalData;

    @Inject
    Journal journal;

    @Inject
    Outbox outbox;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** How a complaint began: by whoever has filed it, a guest too. */
    void begin(Complaint complaint, What what, String words) {
        write(complaint, what, words, caller.actor());
    }

    /** Something without words. */
    void write(Complaint complaint, EntryKind kind, String name, String value) {
        write(complaint, new What(kind, name, value, null), null);
    }

    /** Something with words, null for none; the complaint is held by the caller's transaction. */
    void write(Complaint complaint, What what, String words) {
        write(complaint, what, words, actor());
    }

    private void write(Complaint complaint, What what, String words, String actor) {
        UUID id = Ids.next();
        int number = entries.count(complaint.id()) + 1;
        Sealed sealed = words == null || personalData.isForgotten(complaint.customerId()) ? null : personalData.seal(complaint.customerId(), place(id), words);
        entries.add(new ComplaintEntry(id, complaint, number, what, sealed, actor, clock.now()));
        Map<String, Object> told = new TreeMap<>();
        told.put("round", complaint.round());
        if (what.name() != null) {
            told.put("name", what.name());
        }
        if (what.value() != null) {
            told.put("value", what.value());
        }
        journal.write(new Journal.Entry(actor, "complaint." + what.kind().key(), "complaint", complaint.id(), told));
        outbox.publish(new ComplaintEvent(complaint.id(), complaint.number(), what.kind(), complaint.round()), actor);
    }

    /** As in the journal. */
    String actor() {
        return caller.isAnonymous() ? PLATFORM : caller.actor();
    }

    /** Keys of the stages that it was moved to. */
    Set<String> passed(Complaint complaint) {
        return entries.of(complaint.id()).stream().map(ComplaintEntry::what).filter(w -> w.kind() == EntryKind.MOVED).map(What::value).collect(Collectors.toSet());
    }

    /** All of it, the first one first. */
    List<EntryView> of(Complaint complaint) {
        return entries.of(complaint.id()).stream().map(e -> view(complaint, e)).toList();
    }

    /** Of several at once, by complaint. */
    Map<UUID, List<EntryView>> of(Collection<Complaint> complaints) {
        personalData.fetch(complaints.stream().map(Complaint::customerId).toList());
        Map<UUID, Complaint> byId = complaints.stream().collect(Collectors.toMap(Complaint::id, Function.identity()));
        return entries.ofAll(byId.keySet()).stream().collect(Collectors.groupingBy(ComplaintEntry::complaintId, Collectors.mapping(e -> view(byId.get(e.complaintId()), e), Collectors.toList())));
    }

    private EntryView view(Complaint complaint, ComplaintEntry e) {
        return new EntryView(e.id(), e.number(), e.what().kind(), e.round(), e.what().name(), e.what().value(), open(complaint, e), e.what().caseId(), e.at(),
                e.actor());
    }

    /** What is written in the form: of each text the last one. */
    static Map<Need, String> texts(List<EntryView> timeline) {
        Map<Need, String> texts = new EnumMap<>(Need.class);
        timeline.stream().filter(e -> e.kind() == EntryKind.WRITTEN).forEach(e -> texts.put(Need.of(e.name()), e.words()));
        return texts;
    }

    /** What is known of a complaint and done about it in this round. */
    private Set<Need> known(Complaint complaint, List<EntryView> timeline) {
        Set<Need> known = EnumSet.noneOf(Need.class);
        known.addAll(texts(timeline).keySet());
        add(known, Need.SEVERITY, complaint.severity() != null);
        add(known, Need.AT_FAULT, complaint.fault() != null);
        add(known, Need.CAUSE, complaint.cause() != null);
        add(known, Need.OCCURRED_AT, complaint.occurredAt() != null);
        add(known, Need.TOLD_VERIFIED, told(complaint, timeline, "verified"));
        add(known, Need.TOLD_RESULT, told(complaint, timeline, "result"));
        List<CaseState> asked = cases.of(complaint.id()).stream().filter(c -> c.round() == complaint.round()).map(ComplaintCase::state).toList();
        add(known, Need.ASKED, asked.contains(CaseState.OPEN) || asked.contains(CaseState.ANSWERED));
        add(known, Need.OPINIONS, asked.contains(CaseState.ANSWERED) && !asked.contains(CaseState.OPEN));
        return known;
    }

    /** What its stage needs and is not known. */
    List<Need> missing(Stage stage, Complaint complaint, List<EntryView> timeline) {
        Set<Need> known = known(complaint, timeline);
        return stage.required().stream().filter(need -> !known.contains(need)).toList();
    }

    private static void add(Set<Need> known, Need need, boolean is) {
        if (is) {
            known.add(need);
        }
    }

    private static boolean told(Complaint complaint, List<EntryView> timeline, String what) {
        return timeline.stream().anyMatch(e -> e.kind() == EntryKind.TOLD && e.round() == complaint.round() && what.equals(e.name()));
    }

    private String open(Complaint complaint, ComplaintEntry entry) {
        String words = personalData.open(complaint.customerId(), place(entry.id()), entry.words());
        return words == null && entry.words() != null ? language.messages().text("privacy.forgotten-text") : words;
    }

    private static Place place(UUID id) {
        return new Place("complaint_entry", "words", id);
    }
}
