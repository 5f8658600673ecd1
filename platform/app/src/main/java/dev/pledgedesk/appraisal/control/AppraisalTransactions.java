package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.appraisal.AppraisalState;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.control.AppraisalWords.About;
import dev.pledgedesk.appraisal.entity.Appraisal;
import dev.pledgedesk.appraisal.entity.Appraisals;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.AppraisalSection.Appraising;
import dev.pledgedesk.tenancy.AppraisalSection.Grade;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Appraisals from the count to the close: each score keeps what it comes from, and nothing changes once it is closed. */
@ApplicationScoped
@Transactional
public class AppraisalTransactions {

    private static final String TABLE = "appraisal";
    private static final TextBounds SAID = new TextBounds(3, 4000);

    @Inject
    Appraisals appraisals;

    @Inject
    AppraisalViews views;

    @Inject
    IndicatorSources sources;

    @Inject
    AppraisalWords words;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Begins those of everybody of a scheme for the time in which a day lies, or counts those that are open anew; gives how many. */
    public int begin(String key, LocalDate day) {
        Appraising scheme = words.section().scheme(key).orElseThrow(() -> Problem.unprocessable(new FieldError("/scheme", "field.unknown-key", String.valueOf(key))));
        LocalDate today = clock.now().atZone(words.zone()).toLocalDate();
        if (day == null || day.isAfter(today)) {
            throw Problem.unprocessable(new FieldError("/day", "field.past"));
        }
        LocalDate from = first(scheme, day);
        LocalDate to = from.plusMonths(scheme.every().months()).minusDays(1);
        Measuring measuring = new Measuring();
        Map<UUID, Appraisal> there = appraisals.of(key, from).stream().collect(Collectors.toMap(Appraisal::staffId, a -> a));
        int counted = 0;
        for (StaffView member : members(scheme)) {
            Appraisal appraisal = there.get(member.id());
            if (appraisal == null) {
                appraisal = new Appraisal(Ids.next(), member.id(), key, words.configVersion(), from, to);
                count(appraisal, scheme, measuring, Map.of());
                appraisals.add(appraisal);
                words.tell(member.id(), "appraisal-begun", about(appraisal, scheme));
                counted++;
            } else if (appraisal.state() == AppraisalState.OPEN) {
                count(appraisal, views.scheme(appraisal), measuring, manual(appraisal));
                counted++;
            }
        }
        appraisals.flush();
        journal.write(new Journal.Entry(caller.actor(), TABLE + ".begun", TABLE, key, Map.of("from", from.toString(), "counted", counted)));
        return counted;
    }

    /** Who is appraised by a scheme: who has one of its roles, and none of a scheme before it. */
    private List<StaffView> members(Appraising scheme) {
        Set<String> earlier = words.section().schemes().stream().takeWhile(s -> !s.key().equals(scheme.key())).flatMap(s -> s.roles().stream()).collect(Collectors.toSet());
        return staff.inRoles(scheme.roles()).stream().filter(member -> Collections.disjoint(member.roles(), earlier)).toList();
    }

    /** When the time began in which a day lies. */
    static LocalDate first(Appraising scheme, LocalDate day) {
        int months = scheme.every().months();
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
    }

    /** What is measured of everybody in one count, each source once for each time. */
    private final class Measuring {

        private final Map<List<Object>, Map<UUID, IndicatorSource.Measured>> all = new HashMap<>();

        IndicatorSource.Measured of(Appraisal appraisal, Source wanted) {
            if (wanted == Source.MANUAL) {
                return null;
            }
            IndicatorSource source = sources.get(wanted);
            return all.computeIfAbsent(List.of(wanted, appraisal.fromDay(), appraisal.toDay()), once -> measured(source, appraisal)).getOrDefault(appraisal.staffId(), source.nothing());
        }

        private Map<UUID, IndicatorSource.Measured> measured(IndicatorSource source, Appraisal appraisal) {
            Instant over = appraisal.toDay().plusDays(1).atStartOfDay(words.zone()).toInstant();
            Instant now = clock.now();
            // What is still to come, such as a shift of tomorrow, was not missed.
            return source.of(appraisal.fromDay().atStartOfDay(words.zone()).toInstant(), over.isBefore(now) ? over : now);
        }
    }

    private void count(Appraisal appraisal, Appraising scheme, Measuring measuring, Map<String, IndicatorScore> manual) {
        put(appraisal, scheme, scheme.indicators().stream().map(i -> {
            IndicatorScore said = manual.get(i.key());
            IndicatorSource.Measured m = measuring.of(appraisal, i.source());
            return said != null ? said : m == null ? new IndicatorScore(i.key(), null, null, 0, List.of(), false)
                    : new IndicatorScore(i.key(), m.value(), Scales.score(i, m.value()), m.count(), m.refs(), false);
        }).toList());
    }

    private static void put(Appraisal appraisal, Appraising scheme, List<IndicatorScore> scores) {
        BigDecimal total = Scales.total(scheme.indicators(), scores);
        Grade grade = Scales.grade(scheme.grades(), total);
        appraisal.count(AppraisalWords.JSON.valueToTree(scores), total, grade == null ? null : grade.key());
    }

    private Map<String, IndicatorScore> manual(Appraisal appraisal) {
        return views.scores(appraisal).stream().filter(IndicatorScore::manual).collect(Collectors.toMap(IndicatorScore::key, s -> s));
    }

    /** Sets a score by hand: of an indicator that is a supervisor's to say. */
    public AppraisalView set(UUID id, String indicator, BigDecimal score) {
        Appraisal appraisal = others(id);
        Appraising scheme = views.scheme(appraisal);
        if (scheme.indicators().stream().noneMatch(i -> i.key().equals(indicator) && i.source() == Source.MANUAL) || appraisal.state() != AppraisalState.OPEN) {
            throw Problem.unprocessable(new FieldError("/indicator", "field.unknown-key", String.valueOf(indicator)));
        }
        change(appraisal, scheme, Map.of(indicator, checked(score, "/score")));
        write("set", appraisal, Map.of("indicator", indicator, "score", score));
        return views.of(appraisal);
    }

    private static BigDecimal checked(BigDecimal score, String pointer) {
        if (score == null || score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Problem.unprocessable(new FieldError(pointer, "training.points", 0, 100));
        }
        return score.setScale(1, RoundingMode.HALF_UP);
    }

    private void change(Appraisal appraisal, Appraising scheme, Map<String, BigDecimal> said) {
        put(appraisal, scheme, views.scores(appraisal).stream().map(s -> said.containsKey(s.key()) ? new IndicatorScore(s.key(), s.value(), said.get(s.key()), s.count(), s.refs(), true) : s).toList());
        appraisals.flush();
    }

    /** How he sees himself. */
    public AppraisalView saySelf(UUID id, String text) {
        Appraisal appraisal = own(id);
        appraisal.saySelf(seal(appraisal, "self_words", SAID.take(text, "/words")));
        appraisals.flush();
        write("self", appraisal, Map.of());
        return views.of(appraisal);
    }

    /** Somebody has talked with him. */
    public AppraisalView talk(UUID id, String text) {
        Appraisal appraisal = others(id);
        appraisal.talk(seal(appraisal, "talk_words", SAID.take(text, "/words")), caller.staffId(), clock.now());
        appraisals.flush();
        write("talked", appraisal, Map.of());
        words.tell(appraisal.staffId(), "appraisal-talked", about(appraisal, views.scheme(appraisal)));
        return views.of(appraisal);
    }

    /** He has read it. */
    public AppraisalView acknowledge(UUID id) {
        Appraisal appraisal = own(id);
        appraisal.acknowledge(clock.now());
        appraisals.flush();
        write("acknowledged", appraisal, Map.of());
        return views.of(appraisal);
    }

    /** He does not agree. */
    public AppraisalView appeal(UUID id, String text) {
        Appraisal appraisal = own(id);
        Instant until = views.appealUntil(appraisal);
        if (until == null || !clock.now().isBefore(until)) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-appeal");
        }
        appraisal.appeal(seal(appraisal, "appeal_words", SAID.take(text, "/words")));
        appraisals.flush();
        write("appealed", appraisal, Map.of());
        words.tellManagers("appraisal-appealed", about(appraisal, views.scheme(appraisal)));
        return views.of(appraisal);
    }

    /** Somebody who has not talked with him decides; scores by indicator take the place of those that were counted. */
    public AppraisalView decide(UUID id, String answer, Map<String, BigDecimal> scores) {
        Appraisal appraisal = others(id);
        if (caller.staffId().equals(appraisal.talkedBy())) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.own-talk");
        }
        Appraising scheme = views.scheme(appraisal);
        Map<String, BigDecimal> said = new HashMap<>();
        scores.forEach((key, score) -> {
            if (scheme.indicators().stream().noneMatch(i -> i.key().equals(key))) {
                throw Problem.unprocessable(new FieldError("/scores/" + key, "field.unknown-key", key));
            }
            said.put(key, checked(score, "/scores/" + key));
        });
        appraisal.decide(!said.isEmpty(), seal(appraisal, "appeal_answer", SAID.take(answer, "/answer")));
        change(appraisal, scheme, said);
        write("appeal-decided", appraisal, Map.of("changed", !said.isEmpty()));
        words.tell(appraisal.staffId(), "appraisal-decided", about(appraisal, scheme));
        return views.of(appraisal);
    }

    /** Freezes it once the talk was held and the time for an appeal is over, or the appeal is decided. */
    public AppraisalView close(UUID id) {
        Appraisal appraisal = others(id);
        Instant until = views.appealUntil(appraisal);
        if (appraisal.appeal() == null && until != null && clock.now().isBefore(until)) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.not-ready");
        }
        appraisal.close(clock.now());
        appraisals.flush();
        write("closed", appraisal, appraisal.total() == null ? Map.of() : Map.of("total", appraisal.total()));
        words.tell(appraisal.staffId(), "appraisal-closed", about(appraisal, views.scheme(appraisal)));
        return views.of(appraisal);
    }

    private static About about(Appraisal a, Appraising scheme) {
        return new About(TABLE, a.id(), a.staffId(), scheme.name());
    }

    private Appraisal own(UUID id) {
        Appraisal appraisal = appraisals.held(id);
        caller.requireOwn(appraisal.staffId());
        return appraisal;
    }

    private Appraisal others(UUID id) {
        Appraisal appraisal = appraisals.held(id);
        if (appraisal.staffId().equals(caller.staffId())) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.not-oneself");
        }
        return appraisal;
    }

    private Sealed seal(Appraisal a, String column, String text) {
        return words.seal(a.staffId(), TABLE, column, a.id(), text);
    }

    private void write(String what, Appraisal a, Map<String, Object> more) {
        Map<String, Object> facts = new TreeMap<>(more);
        facts.put("staff", a.staffId());
        facts.put("from", a.fromDay().toString());
        journal.write(new Journal.Entry(caller.actor(), "appraisal." + what, TABLE, a.id(), facts));
    }
}
