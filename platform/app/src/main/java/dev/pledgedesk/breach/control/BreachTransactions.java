package dev.pledgedesk.breach.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.breach.Breaches.Breach;
import dev.pledgedesk.breach.Breaches.Duty;
import dev.pledgedesk.breach.Breaches.Persons;
import dev.pledgedesk.breach.Breaches.Report;
import dev.pledgedesk.breach.Breaches.Step;
import dev.pledgedesk.breach.DutyState;
import dev.pledgedesk.breach.NoticeState;
import dev.pledgedesk.breach.entity.AffectedPersons;
import dev.pledgedesk.breach.entity.BreachDuties;
import dev.pledgedesk.breach.entity.BreachDuty;
import dev.pledgedesk.breach.entity.BreachRecord;
import dev.pledgedesk.breach.entity.BreachRecords;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps of {@link dev.pledgedesk.breach.Breaches}, each one transaction with its journal entry. */
@ApplicationScoped
@Transactional
public class BreachTransactions {

    private static final Duration LONG_AGO = Duration.ofDays(3650);
    /** How far the clock of whoever reports may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    @Inject
    BreachRecords breaches;

    @Inject
    BreachDuties duties;

    @Inject
    AffectedPersons persons;

    @Inject
    BreachTexts texts;

    @Inject
    DutyClocks clocks;

    @Inject
    Alerts alerts;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Breach report(Report report) {
        Instant now = clock.now();
        Instant aware = report.awareAt() == null ? now : report.awareAt();
        if (aware.isAfter(now.plus(AHEAD)) || aware.isBefore(now.minus(LONG_AGO))) {
            throw Problem.invalid(new FieldError("/awareAt", "field.time-past"));
        }
        UUID id = Ids.next();
        BreachRecord breach = new BreachRecord(id, report.severity(), aware, caller.actor(), now);
        breach.says(texts.seal(id, "title", BreachTexts.TITLE.take(report.title(), "/title")), texts.seal(id, "happened", BreachTexts.WORDS.take(report.happened(), "/happened")));
        breaches.add(breach);
        breaches.flush();
        clocks.set(breach);
        alerts.raise(new Alerts.Cause(AlertKind.BREACH_REPORTED, caller.actor(), null, id, null));
        write("reported", id, Map.of("severity", report.severity().key()));
        return view(breach);
    }

    public Page<Breach> page(PageRequest request) {
        Page<BreachRecord> page = breaches.page(request);
        List<UUID> ids = page.items().stream().map(BreachRecord::id).toList();
        Map<UUID, List<BreachDuty>> owed = duties.of(ids).stream().collect(Collectors.groupingBy(BreachDuty::breachId));
        Map<UUID, Map<NoticeState, Long>> counts = persons.counts(ids);
        return page.map(b -> view(b, owed.getOrDefault(b.id(), List.of()), counts.getOrDefault(b.id(), Map.of())));
    }

    public Breach get(UUID id) {
        return view(breaches.get(id));
    }

    public Breach contain(UUID id, String text) {
        BreachRecord breach = breaches.locked(id);
        breach.contain(words(id, "containment", text), caller.actor(), clock.now());
        write("contained", id, Map.of());
        return view(breach);
    }

    public Breach assess(UUID id, Severity severity, String text) {
        BreachRecord breach = breaches.locked(id);
        breach.assess(severity, words(id, "assessment", text), caller.actor(), clock.now());
        clocks.set(breach);
        write("assessed", id, Map.of("severity", severity.key()));
        return view(breach);
    }

    public Breach settle(UUID id, UUID dutyId, boolean done, String note) {
        BreachRecord breach = breaches.locked(id);
        breach.requireOpen();
        BreachDuty duty = duties.find(dutyId).filter(d -> d.breachId().equals(id)).orElseThrow(Problem::notFound);
        duty.settle(done, texts.sealNote(id, dutyId, BreachTexts.WORDS.take(note, "/note")), caller.actor(), clock.now());
        write("duty-settled", id, Map.of("regime", duty.regime(), "kind", duty.kind().key(), "done", done));
        return view(breach);
    }

    public Breach close(UUID id, String text) {
        BreachRecord breach = breaches.locked(id);
        if (duties.of(List.of(id)).stream().anyMatch(d -> d.state() == DutyState.OPEN)) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.duties-open");
        }
        if (persons.counts(id).getOrDefault(NoticeState.QUEUED, 0L) > 0) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.being-written");
        }
        breach.close(words(id, "conclusion", text), caller.actor(), clock.now());
        write("closed", id, Map.of());
        return view(breach);
    }

    private Sealed words(UUID id, String column, String text) {
        return texts.seal(id, column, BreachTexts.WORDS.take(text, "/text"));
    }

    private void write(String what, UUID id, Map<String, ?> after) {
        journal.write(new Journal.Entry(caller.actor(), "data-breach." + what, "breach", id, after));
    }

    private Breach view(BreachRecord b) {
        return view(b, duties.of(List.of(b.id())), persons.counts(b.id()));
    }

    private Breach view(BreachRecord b, List<BreachDuty> owed, Map<NoticeState, Long> counts) {
        UUID id = b.id();
        return new Breach(id, texts.open(id, "title", b.title()), b.severity(), b.state(), b.awareAt(), new Step(b.reportedBy(), b.reportedAt(), texts.open(id, "happened", b.happened())),
                step(b.containedBy(), b.containedAt(), texts.open(id, "containment", b.containment())),
                step(b.assessedBy(), b.assessedAt(), texts.open(id, "assessment", b.assessment())),
                step(b.closedBy(), b.closedAt(), texts.open(id, "conclusion", b.conclusion())),
                owed.stream().map(this::view).toList(), persons(counts));
    }

    private Duty view(BreachDuty d) {
        return new Duty(d.id(), d.regime(), d.kind(), d.state(), d.dueAt(), step(d.settledBy(), d.settledAt(), texts.openNote(d.breachId(), d.id(), d.note())));
    }

    private static Persons persons(Map<NoticeState, Long> counts) {
        return new Persons(counts.values().stream().mapToLong(Long::longValue).sum(), counts.getOrDefault(NoticeState.QUEUED, 0L), counts.getOrDefault(NoticeState.WRITTEN, 0L),
                counts.getOrDefault(NoticeState.UNREACHABLE, 0L));
    }

    private static Step step(String by, Instant at, String text) {
        return at == null ? null : new Step(by, at, text);
    }
}
