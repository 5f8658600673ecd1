package dev.pledgedesk.quality.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations.Run;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.quality.entity.EvaluationAnswer;
import dev.pledgedesk.quality.entity.EvaluationAnswers;
import dev.pledgedesk.quality.entity.EvaluationRun;
import dev.pledgedesk.quality.entity.EvaluationRuns;
import dev.pledgedesk.tenancy.QualitySection.Every;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluations: begun, reported and closed, each step one transaction with its journal entry and its clock. */
@ApplicationScoped
@Transactional
public class EvaluationTransactions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TextBounds WORDS = new TextBounds(3, 4000);
    /** For so long after the end of a time one of it begins by itself. */
    private static final int LATE = 31;

    @Inject
    EvaluationRuns runs;

    @Inject
    EvaluationAnswers answers;

    @Inject
    EvaluationDraw draw;

    @Inject
    EvaluationClocks clocks;

    @Inject
    PersonalData personalData;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Page<Run> page(PageRequest request) {
        Page<EvaluationRun> page = runs.page(request);
        Map<UUID, List<EvaluationAnswer>> given = answers.of(page.items().stream().filter(EvaluationRun::isOpen).map(EvaluationRun::id).toList()).stream().collect(Collectors.groupingBy(EvaluationAnswer::runId));
        return page.map(run -> view(run, given.getOrDefault(run.id(), List.of())));
    }

    public Run get(UUID id) {
        return view(runs.get(id));
    }

    public Run begin(String key, LocalDate day) {
        int version = tenants.current().configVersion();
        Standard standard = tenants.config(version).qualitySaid().standard(key).orElseThrow(() -> Problem.unprocessable(new FieldError("/standard", "field.unknown-key", String.valueOf(key))));
        if (day == null || standard.every().first(day).isAfter(today())) {
            throw Problem.unprocessable(new FieldError("/day", "quality.not-begun"));
        }
        LocalDate from = standard.every().first(day);
        if (runs.of(key, from).isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "quality.evaluated-already");
        }
        return view(begin(standard, version, from));
    }

    private EvaluationRun begin(Standard standard, int version, LocalDate from) {
        UUID id = Ids.next();
        Instant now = clock.now();
        EvaluationRun run = runs.add(new EvaluationRun(id, standard.key(), version, from, last(standard.every(), from), Ids.next().getLeastSignificantBits(),
                today().plusDays(standard.within() + 1L).atStartOfDay(zone()).toInstant(), caller.actor(), now));
        runs.flush();
        draw.draw(run, standard);
        clocks.follow(run);
        journal.write(new Journal.Entry(caller.actor(), "evaluation.begun", EvaluationClocks.TYPE, id, Map.of("standard", standard.key(), "from", from.toString(), "seed", run.seed())));
        Stream.concat(staff.holding(Permission.QUALITY_MANAGE).stream(), staff.holding(Permission.INSPECTION_DO).stream()).distinct().filter(m -> !m.id().equals(caller.id())).forEach(m -> tell(m, run, standard));
        return run;
    }

    private void tell(StaffView member, EvaluationRun run, Standard standard) {
        notices.tell(member, "evaluation-begun", EvaluationClocks.TYPE, run.id(), Map.of("number", standard.name().byTag(), "what", run.fromDay() + " – " + run.toDay(), "at", run.dueAt().toString()));
    }

    /** Begins those of times that have just ended, in which there is anybody to ask or to look at. */
    public void beginDue() {
        int version = tenants.current().configVersion();
        tenants.config(version).qualitySaid().standards().forEach(standard -> {
            LocalDate end = standard.every().first(today());
            LocalDate from = end.minusMonths(standard.every().months());
            if (!end.plusDays(LATE).isBefore(today()) && runs.of(standard.key(), from).isEmpty() && draw.hasAnybody(standard, from, end.minusDays(1))) {
                begin(standard, version, from);
            }
        });
    }

    private static LocalDate last(Every every, LocalDate from) {
        return from.plusMonths(every.months()).minusDays(1);
    }

    private LocalDate today() {
        return clock.now().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }

    public Run close(UUID id, String text) {
        EvaluationRun run = runs.held(id);
        run.requireOpen();
        String words = WORDS.take(text, "/words");
        List<EvaluationAnswer> given = answers.of(id);
        given.stream().filter(a -> a.state() == State.OPEN).forEach(EvaluationAnswer::miss);
        run.close(personalData.seal(id, place(id), words), JSON.valueToTree(report(run, given)), caller.actor(), clock.now());
        runs.flush();
        clocks.follow(run);
        journal.write(new Journal.Entry(caller.actor(), "evaluation.closed", EvaluationClocks.TYPE, id, Map.of("standard", run.standard())));
        return view(run);
    }

    private Run view(EvaluationRun run) {
        return view(run, run.isOpen() ? answers.of(run.id()) : List.of());
    }

    private Run view(EvaluationRun r, List<EvaluationAnswer> given) {
        return new Run(r.id(), standard(r), r.fromDay(), r.toDay(), r.seed(), r.dueAt(), r.begunBy(), r.begunAt(), r.closedBy(), r.closedAt(), personalData.open(r.id(), place(r.id()), r.words()),
                r.isOpen() ? report(r, given) : kept(r));
    }

    private EvaluationReport report(EvaluationRun run, List<EvaluationAnswer> given) {
        Optional<EvaluationReport> before = runs.closedBefore(run.standard(), run.fromDay()).map(EvaluationTransactions::kept);
        return EvaluationFigures.report(standard(run), given.stream().map(a -> new EvaluationFigures.Given(a.part(), a.state(), AnswerTransactions.marks(a), a.score(), a.failed())).toList(), before.orElse(null));
    }

    private static EvaluationReport kept(EvaluationRun run) {
        try {
            return JSON.treeToValue(run.report(), EvaluationReport.class);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The standard of an evaluation, as it was when that was begun. */
    Standard standard(EvaluationRun run) {
        return tenants.config(run.configVersion()).qualitySaid().standard(run.standard()).orElseThrow();
    }

    private static Place place(UUID run) {
        return new Place("evaluation_run", "words", run);
    }
}
