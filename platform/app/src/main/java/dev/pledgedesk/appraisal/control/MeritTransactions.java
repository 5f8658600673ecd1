package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.MeritState;
import dev.pledgedesk.appraisal.MeritSuggestion;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.entity.Merit;
import dev.pledgedesk.appraisal.entity.Merits;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
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
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.AppraisalSection.MeritKind;
import dev.pledgedesk.tenancy.AppraisalSection.MeritRule;
import dev.pledgedesk.tenancy.AppraisalSection.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rewards and penalties: proposed, heard where it is a penalty, approved by one role after the other, and appealed against. */
@ApplicationScoped
@Transactional
public class MeritTransactions {

    private static final String TABLE = "merit";
    private static final TextBounds SAID = new TextBounds(3, 4000);
    private static final Duration LATELY = Duration.ofDays(30);

    @Inject
    Merits merits;

    @Inject
    IndicatorSources sources;

    @Inject
    AppraisalWords words;

    @Inject
    Staff staff;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public MeritView propose(UUID member, String key, String reason) {
        MeritRule rule = words.section().merit(key).orElseThrow(() -> Problem.unprocessable(new FieldError("/rule", "field.unknown-key", String.valueOf(key))));
        StaffView who = staff.get(member);
        if (!who.active() || member.equals(caller.staffId())) {
            throw Problem.unprocessable(new FieldError("/staffId", "appraisal.not-oneself"));
        }
        requireApprovers(rule, member);
        UUID id = Ids.next();
        MeritState first = rule.kind() == MeritKind.PENALTY ? MeritState.HEARING : MeritState.PROPOSED;
        Merit merit = merits.add(new Merit(id, member, key, words.configVersion(), rule.kind().key(), rule.points(), first.key(), words.seal(member, TABLE, "reason", id, SAID.take(reason, "/reason")), caller.actor(),
                clock.now()));
        merits.flush();
        write("proposed", merit);
        if (first == MeritState.HEARING) {
            words.tell(member, "merit-hearing", about(merit, rule));
            dueWork.at(HearingEnd.KIND, id, hearUntil(merit, rule));
        } else {
            words.tellRole(rule.approvers().get(0), "merit-to-approve", about(merit, rule));
        }
        return view(merit);
    }

    /** Tells who is to decide about penalties whose hearing is over without an answer. */
    void hearingIsOver(UUID id) {
        Merit merit = merits.get(id);
        if (merit.state() == MeritState.HEARING) {
            words.tellRole(rule(merit).approvers().get(0), "merit-to-approve", about(merit, rule(merit)));
        }
    }

    /** Each step needs somebody other than the one it is about, who proposes it, and who approves another step. */
    private void requireApprovers(MeritRule rule, UUID member) {
        Set<UUID> taken = new HashSet<>(List.of(member, caller.staffId()));
        for (String role : rule.approvers()) {
            UUID next = staff.inRoles(List.of(role)).stream().map(StaffView::id).filter(id -> !taken.contains(id)).findFirst()
                    .orElseThrow(() -> Problem.unprocessable(new FieldError("/rule", "appraisal.nobody-approves", words.roleName(role))));
            taken.add(next);
        }
    }

    /** What he says himself, before anybody decides; null for that he does not wish to say anything. */
    public MeritView hear(UUID id, String text) {
        Merit merit = own(id);
        merit.hear(seal(merit, "hearing", SAID.take(text, "/words")));
        merits.flush();
        write("heard", merit);
        words.tellRole(rule(merit).approvers().get(0), "merit-to-approve", about(merit, rule(merit)));
        return view(merit);
    }

    /** Who has the role whose turn it is approves or refuses. */
    public MeritView decide(UUID id, boolean approves, String why) {
        Merit merit = merits.held(id);
        MeritRule rule = rule(merit);
        String next = next(merit, rule);
        if (next == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.state");
        }
        if (!caller.roles().contains(next) || merit.staffId().equals(caller.staffId()) || merit.proposedBy().equals(caller.actor())) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.not-your-turn");
        }
        if (merit.state() == MeritState.HEARING) {
            merit.unheard();
        }
        if (approves) {
            merit.approve(caller.actor(), rule.approvers().size(), clock.now());
        } else {
            merit.refuse(seal(merit, "decision", SAID.take(why, "/reason")));
        }
        merits.flush();
        write(approves ? "approved" : "refused", merit);
        String after = next(merit, rule);
        if (after != null) {
            words.tellRole(after, "merit-to-approve", about(merit, rule));
        } else if (merit.state() == MeritState.IN_FORCE || merit.kind() == MeritKind.PENALTY) {
            words.tell(merit.staffId(), merit.state() == MeritState.IN_FORCE ? "merit-in-force" : "merit-refused", about(merit, rule));
        }
        return view(merit);
    }

    /** He does not agree. */
    public MeritView appeal(UUID id, String text) {
        Merit merit = own(id);
        merit.appeal(seal(merit, "appeal_words", SAID.take(text, "/words")));
        merits.flush();
        write("appealed", merit);
        words.tellManagers("merit-appealed", about(merit, rule(merit)));
        return view(merit);
    }

    /** Somebody who has neither proposed nor approved it decides. */
    public MeritView decideAppeal(UUID id, boolean lifted, String why) {
        Merit merit = merits.held(id);
        if (merit.staffId().equals(caller.staffId()) || merit.proposedBy().equals(caller.actor()) || merit.approvedBy().contains(caller.actor())) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.own-decision");
        }
        merit.decide(lifted, seal(merit, "decision", SAID.take(why, "/reason")));
        merits.flush();
        write(lifted ? "lifted" : "upheld", merit);
        words.tell(merit.staffId(), "merit-decided", about(merit, rule(merit)));
        return view(merit);
    }

    public Page<MeritView> page(UUID member, PageRequest request) {
        Page<Merit> page = merits.page(member, request);
        words.fetch(page.items().stream().map(Merit::staffId).distinct().toList());
        return page.map(this::view);
    }

    public MeritView get(UUID id) {
        return view(merits.get(id));
    }

    /** What the last 30 days suggest and nobody has proposed in them. */
    public List<MeritSuggestion> suggestions() {
        Instant now = clock.now();
        Set<List<Object>> there = merits.proposedSince(now.minus(LATELY)).stream().map(m -> List.<Object>of(m.staffId(), m.rule())).collect(Collectors.toSet());
        Set<UUID> active = staff.holding(Permission.TICKET_READ).stream().map(StaffView::id).collect(Collectors.toSet());
        return words.section().merits().stream().filter(rule -> rule.suggest() != null).flatMap(rule -> sources.get(rule.suggest().source()).of(now.minus(LATELY), now).entrySet().stream()
                .filter(e -> active.contains(e.getKey()) && reaches(rule.suggest(), e.getValue().value()) && !there.contains(List.<Object>of(e.getKey(), rule.key())))
                .sorted(Map.Entry.comparingByKey()).map(e -> new MeritSuggestion(e.getKey(), rule.key(), rule.name(), e.getValue().value(), e.getValue().count()))).toList();
    }

    private static boolean reaches(Suggestion suggestion, BigDecimal value) {
        return suggestion.atLeast() != null && value.compareTo(suggestion.atLeast()) >= 0 || suggestion.atMost() != null && value.compareTo(suggestion.atMost()) <= 0;
    }

    private static AppraisalWords.About about(Merit merit, MeritRule rule) {
        return new AppraisalWords.About(TABLE, merit.id(), merit.staffId(), rule.name());
    }

    private Merit own(UUID id) {
        Merit merit = merits.held(id);
        caller.requireOwn(merit.staffId());
        return merit;
    }

    private MeritRule rule(Merit merit) {
        return words.section(merit.configVersion()).merit(merit.rule()).orElseThrow();
    }

    private Instant hearUntil(Merit merit, MeritRule rule) {
        return merit.state() == MeritState.HEARING ? merit.proposedAt().plus(Duration.ofDays(rule.hearWithin())) : null;
    }

    /** Whose turn it is; nobody's while a penalty waits for his answer. */
    private String next(Merit merit, MeritRule rule) {
        Instant hearUntil = hearUntil(merit, rule);
        boolean decidable = merit.state() == MeritState.PROPOSED || hearUntil != null && !clock.now().isBefore(hearUntil);
        return decidable && merit.step() < rule.approvers().size() ? rule.approvers().get(merit.step()) : null;
    }

    private Sealed seal(Merit m, String column, String text) {
        return words.seal(m.staffId(), TABLE, column, m.id(), text);
    }

    private MeritView view(Merit m) {
        MeritRule rule = rule(m);
        return new MeritView(m.id(), m.staffId(), m.rule(), rule.name(), rule.effect(), m.kind(), m.points(), m.state(), open(m, "reason", m.reason()), open(m, "hearing", m.hearing()),
                open(m, "decision", m.decision()), m.proposedBy(), m.proposedAt(), hearUntil(m, rule), m.approvedBy(), next(m, rule), m.inForceAt(), m.appeal(), open(m, "appeal_words", m.appealWords()));
    }

    private String open(Merit m, String column, Sealed sealed) {
        return words.open(m.staffId(), TABLE, column, m.id(), sealed);
    }

    private void write(String what, Merit m) {
        journal.write(new Journal.Entry(caller.actor(), "merit." + what, TABLE, m.id(), Map.of("staff", m.staffId(), "rule", m.rule(), "state", m.state().key())));
    }
}
