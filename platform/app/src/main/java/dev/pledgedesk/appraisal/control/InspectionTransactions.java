package dev.pledgedesk.appraisal.control;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.SampleView;
import dev.pledgedesk.appraisal.entity.Inspection;
import dev.pledgedesk.appraisal.entity.InspectionSample;
import dev.pledgedesk.appraisal.entity.InspectionSamples;
import dev.pledgedesk.appraisal.entity.Inspections;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.tenancy.AppraisalSection.Form;
import dev.pledgedesk.tenancy.AppraisalSection.Sampling;
import dev.pledgedesk.ticket.TicketWork;
import dev.pledgedesk.training.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws tickets and inspects them; a second look at the same one shows how far inspectors agree. */
@ApplicationScoped
@Transactional
public class InspectionTransactions {

    private static final String TABLE = "inspection";
    private static final TextBounds SAID = new TextBounds(0, 4000);
    private static final Duration LONGEST = Duration.ofDays(92);

    @Inject
    InspectionSamples samples;

    @Inject
    Inspections inspections;

    @Inject
    TicketWork tickets;

    @Inject
    Staff staff;

    @Inject
    AppraisalWords words;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Draws tickets that were solved in a half-open time; each becomes an inspection to be done. */
    public SampleView draw(String key, Instant from, Instant until) {
        Sampling sampling = words.section().sampling(key).orElseThrow(() -> Problem.unprocessable(new FieldError("/sampling", "field.unknown-key", String.valueOf(key))));
        if (from == null || until == null || !until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw Problem.unprocessable(new FieldError("/until", "appraisal.span", LONGEST.toDays()));
        }
        Set<UUID> whose = staff.inRoles(sampling.roles()).stream().map(StaffView::id).collect(Collectors.toSet());
        List<TicketWork.Done> done = tickets.done(from, until, sampling.types()).stream().filter(d -> whose.contains(d.staffId())).toList();
        Set<UUID> before = inspections.drawn(sampling.form(), done.stream().map(TicketWork.Done::ticketId).toList());
        Map<UUID, List<UUID>> of = done.stream().filter(d -> !before.contains(d.ticketId()))
                .collect(Collectors.groupingBy(TicketWork.Done::staffId, Collectors.mapping(TicketWork.Done::ticketId, Collectors.toList())));
        UUID id = Ids.next();
        long seed = Ids.next().getLeastSignificantBits();
        Map<UUID, List<UUID>> drawn = SampleDraw.draw(of, sampling.perPerson(), seed);
        int count = drawn.values().stream().mapToInt(List::size).sum();
        samples.add(new InspectionSample(id, key, from, until, seed, of.values().stream().mapToInt(List::size).sum(), count, caller.actor(), clock.now()));
        samples.flush();
        drawn.forEach((who, his) -> his.forEach(ticket -> inspections.add(new Inspection(Ids.next(), id, sampling.form(), words.configVersion(), ticket, who, null))));
        inspections.flush();
        journal.write(new Journal.Entry(caller.actor(), "inspection.drawn", "inspection-sample", id, Map.of("sampling", key, "seed", seed, "drawn", count)));
        return view(samples.get(id));
    }

    public Page<SampleView> samples(PageRequest request) {
        return samples.page(request).map(this::view);
    }

    /** Those of others than the caller. */
    public Page<InspectionView> ofOthers(boolean open, PageRequest request) {
        return views(inspections.ofOthers(caller.staffId(), open, request));
    }

    /** Those of the caller that are done. */
    public Page<InspectionView> own(PageRequest request) {
        return views(inspections.of(caller.staffId(), request));
    }

    private Page<InspectionView> views(Page<Inspection> page) {
        words.fetch(page.items().stream().map(Inspection::staffId).distinct().toList());
        Map<UUID, Inspection> others = others(page.items());
        return page.map(i -> view(i, others.get(i.id())));
    }

    /** The other look at the same ticket, by the one it stands beside. */
    private Map<UUID, Inspection> others(List<Inspection> all) {
        Map<UUID, Inspection> others = new HashMap<>();
        inspections.seconds(all.stream().filter(i -> i.firstId() == null).map(Inspection::id).toList()).forEach(second -> others.put(second.firstId(), second));
        Map<UUID, Inspection> firsts = inspections.findAll(all.stream().map(Inspection::firstId).filter(Objects::nonNull).toList()).stream().collect(Collectors.toMap(Inspection::id, i -> i));
        all.stream().filter(i -> i.firstId() != null).forEach(i -> others.put(i.id(), firsts.get(i.firstId())));
        return others;
    }

    public InspectionView get(UUID id) {
        return view(inspections.get(id));
    }

    /** What was seen. */
    public InspectionView done(UUID id, Map<String, Integer> marks, String said) {
        Inspection inspection = inspections.held(id);
        UUID inspector = caller.staffId();
        if (inspection.staffId().equals(inspector)) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.not-oneself");
        }
        if (inspection.firstId() != null && inspections.get(inspection.firstId()).inspectorId().equals(inspector)) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.another-inspector");
        }
        Form form = form(inspection);
        BigDecimal score = Points.score(form.items(), marks);
        boolean failed = Points.isVoid(form.items(), marks);
        String text = SAID.take(said, "/words");
        inspection.done(inspector, AppraisalWords.JSON.valueToTree(marks), failed ? BigDecimal.ZERO : score, failed, text.isEmpty() ? null : words.seal(inspection.staffId(), TABLE, "words", id, text), clock.now());
        inspections.flush();
        journal.write(new Journal.Entry(caller.actor(), "inspection.done", TABLE, id, Map.of("staff", inspection.staffId(), "score", inspection.score())));
        if (inspection.firstId() == null) {
            words.tell(inspection.staffId(), failed ? "inspection-failed" : "inspection-done", new AppraisalWords.About(TABLE, id, inspection.staffId(), form.name()));
        }
        return view(inspection);
    }

    /** Has another inspector look at the same. */
    public InspectionView calibrate(UUID id) {
        Inspection first = inspections.held(id);
        if (first.staffId().equals(caller.staffId())) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.not-oneself");
        }
        if (first.at() == null || first.firstId() != null || inspections.second(id).isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-calibration");
        }
        Inspection second = inspections.add(new Inspection(Ids.next(), first.sampleId(), first.form(), first.configVersion(), first.ticketId(), first.staffId(), id));
        inspections.flush();
        journal.write(new Journal.Entry(caller.actor(), "inspection.calibrated", TABLE, second.id(), Map.of("first", id)));
        return view(second);
    }

    private Form form(Inspection inspection) {
        return words.section(inspection.configVersion()).form(inspection.form()).orElseThrow();
    }

    private InspectionView view(Inspection i) {
        return view(i, others(List.of(i)).get(i.id()));
    }

    private InspectionView view(Inspection i, Inspection other) {
        Form form = form(i);
        // Who may look a second time is not to know what the first one has found before the second look is there.
        boolean hidden = i.at() == null || i.firstId() == null && other != null && other.at() == null && isForAnother(i);
        return new InspectionView(i.id(), i.sampleId(), i.form(), form.name(), form.items(), i.ticketId(), i.staffId(), i.firstId(), i.inspectorId(),
                hidden ? Map.of() : AppraisalWords.JSON.convertValue(i.marks(), new TypeReference<TreeMap<String, Integer>>() { }), hidden ? null : i.score(), !hidden && i.failed(),
                hidden ? null : words.open(i.staffId(), TABLE, "words", i.id(), i.words()), i.at(), hidden || other == null ? null : other.score());
    }

    private boolean isForAnother(Inspection first) {
        return !first.staffId().equals(caller.id()) && !first.inspectorId().equals(caller.id()) && !caller.may(Permission.APPRAISAL_READ);
    }

    private SampleView view(InspectionSample s) {
        return new SampleView(s.id(), s.sampling(), words.section().sampling(s.sampling()).map(Sampling::name).orElse(LocalizedText.same(s.sampling())), s.fromAt(), s.untilAt(), s.seed(), s.population(), s.drawn(),
                s.drawnAt());
    }
}
