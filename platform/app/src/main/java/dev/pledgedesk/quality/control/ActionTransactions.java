package dev.pledgedesk.quality.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.quality.ActionSource;
import dev.pledgedesk.quality.CorrectiveActions.Action;
import dev.pledgedesk.quality.CorrectiveActions.Draft;
import dev.pledgedesk.quality.CorrectiveActions.Entry;
import dev.pledgedesk.quality.entity.ActionEntries;
import dev.pledgedesk.quality.entity.ActionEntry;
import dev.pledgedesk.quality.entity.ActionRows;
import dev.pledgedesk.quality.entity.CorrectiveAction;
import dev.pledgedesk.quality.entity.EvaluationRuns;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps of {@link dev.pledgedesk.quality.CorrectiveActions}, each one transaction with its journal entry and its clocks. */
@ApplicationScoped
@Transactional
public class ActionTransactions {

    private static final TextBounds TITLE = new TextBounds(3, 200);
    private static final TextBounds WORDS = new TextBounds(3, 4000);
    private static final Duration FURTHEST = Duration.ofDays(3 * 366);

    @Inject
    ActionRows actions;

    @Inject
    ActionEntries entries;

    @Inject
    EvaluationRuns evaluations;

    @Inject
    ActionClocks clocks;

    @Inject
    @Any
    Instance<ActionSource> sources;

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

    public Action open(Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (tenants.config().causes().stream().map(Named::key).noneMatch(key -> key.equals(draft.cause()))) {
            errors.add(new FieldError("/cause", "field.unknown-key", String.valueOf(draft.cause())));
        }
        if (staff.holding(Permission.QUALITY_READ).stream().noneMatch(m -> m.id().equals(draft.ownerId()))) {
            errors.add(new FieldError("/ownerId", "field.unknown-key", String.valueOf(draft.ownerId())));
        }
        if (draft.sourceId() != null && sources.stream().noneMatch(source -> source.has(draft.sourceId()))) {
            errors.add(new FieldError("/complaintId", "field.unknown-key", draft.sourceId().toString()));
        }
        if (draft.evaluationId() != null && evaluations.find(draft.evaluationId()).isEmpty()) {
            errors.add(new FieldError("/evaluationId", "field.unknown-key", draft.evaluationId().toString()));
        }
        times(draft.dueAt(), draft.checkAt(), "/dueAt", "/checkAt", errors);
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        UUID id = Ids.next();
        CorrectiveAction action = new CorrectiveAction(id, draft.cause(), draft.ownerId(), draft.sourceId(), draft.evaluationId(), caller.actor(), clock.now());
        action.says(seal(id, "title", TITLE.take(draft.title(), "/title")), seal(id, "plan", WORDS.take(draft.plan(), "/plan")));
        action.due(draft.dueAt(), draft.checkAt());
        actions.add(action);
        actions.flush();
        clocks.follow(action);
        StaffView owner = staff.get(draft.ownerId());
        if (!owner.id().equals(caller.id())) {
            notices.tell(owner, "action-opened", ActionClocks.TYPE, id, Map.of("number", Messages.everywhere("quality.action").byTag(), "what", cause(draft.cause()), "at", draft.dueAt().toString()));
        }
        write("opened", action);
        return view(action);
    }

    private Map<String, String> cause(String key) {
        return Named.name(tenants.config().causes(), key).orElse(LocalizedText.same(key)).byTag();
    }

    private void times(Instant due, Instant check, String dueAt, String checkAt, List<FieldError> errors) {
        Instant now = clock.now();
        if (due == null || !due.isAfter(now) || due.isAfter(now.plus(FURTHEST))) {
            errors.add(new FieldError(dueAt, "promise.no-time"));
        } else if (check == null || !check.isAfter(due) || check.isAfter(due.plus(FURTHEST))) {
            errors.add(new FieldError(checkAt, "quality.check-after"));
        }
    }

    public Action done(UUID id, String result) {
        CorrectiveAction action = actions.held(id);
        if (!action.ownerId().equals(caller.id()) && !caller.may(Permission.QUALITY_MANAGE)) {
            throw Problem.of(Problem.Kind.DENIED, "quality.not-yours");
        }
        String words = WORDS.take(result, "/result");
        action.done();
        say(action, "done", words);
        clocks.follow(action);
        return view(action);
    }

    public Action check(UUID id, boolean effective, String text, Instant nextDueAt, Instant nextCheckAt) {
        CorrectiveAction action = actions.held(id);
        String words = WORDS.take(text, "/words");
        if (effective) {
            action.effective();
        } else {
            List<FieldError> errors = new ArrayList<>();
            times(nextDueAt, nextCheckAt, "/nextDueAt", "/nextCheckAt", errors);
            if (!errors.isEmpty()) {
                throw Problem.unprocessable(errors);
            }
            action.again(nextDueAt, nextCheckAt);
        }
        say(action, effective ? "effective" : "not-effective", words);
        clocks.follow(action);
        return view(action);
    }

    private void say(CorrectiveAction action, String kind, String words) {
        UUID id = Ids.next();
        entries.add(new ActionEntry(id, action.id(), kind, personalData.seal(action.id(), entry(id), words), caller.actor(), clock.now()));
        actions.flush();
        write(kind, action);
    }

    private void write(String what, CorrectiveAction action) {
        journal.write(new Journal.Entry(caller.actor(), "action." + what, ActionClocks.TYPE, action.id(), Map.of("cause", action.cause(), "round", action.round())));
    }

    public Action get(UUID id) {
        return view(actions.get(id));
    }

    public Page<Action> page(boolean openOnly, PageRequest request) {
        Page<CorrectiveAction> page = actions.page(openOnly, request);
        Map<UUID, List<ActionEntry>> said = said(page.items());
        return page.map(a -> view(a, said.getOrDefault(a.id(), List.of())));
    }

    public List<Action> ofEvaluation(UUID evaluation) {
        List<CorrectiveAction> all = actions.ofEvaluation(evaluation);
        Map<UUID, List<ActionEntry>> said = said(all);
        return all.stream().map(a -> view(a, said.getOrDefault(a.id(), List.of()))).toList();
    }

    private Map<UUID, List<ActionEntry>> said(List<CorrectiveAction> all) {
        List<UUID> ids = all.stream().map(CorrectiveAction::id).toList();
        personalData.fetch(ids);
        return entries.of(ids).stream().collect(Collectors.groupingBy(ActionEntry::actionId));
    }

    private Action view(CorrectiveAction a) {
        return view(a, entries.of(List.of(a.id())));
    }

    private Action view(CorrectiveAction a, List<ActionEntry> said) {
        return new Action(a.id(), a.cause(), open(a.id(), "title", a.title()), open(a.id(), "plan", a.plan()), a.ownerId(), a.state(), a.round(), a.dueAt(), a.checkAt(), a.sourceId(), a.evaluationId(), a.openedBy(),
                a.openedAt(), said.stream().map(e -> new Entry(e.kind(), personalData.open(a.id(), entry(e.id()), e.words()), e.at(), e.actor())).toList());
    }

    private Sealed seal(UUID id, String column, String text) {
        return personalData.seal(id, new Place("corrective_action", column, id), text);
    }

    private String open(UUID id, String column, Sealed sealed) {
        return personalData.open(id, new Place("corrective_action", column, id), sealed);
    }

    private static Place entry(UUID id) {
        return new Place("corrective_action_entry", "words", id);
    }
}
