package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.training.EnrolmentState;
import dev.pledgedesk.training.SessionDraft;
import dev.pledgedesk.training.SessionView;
import dev.pledgedesk.training.entity.Enrolment;
import dev.pledgedesk.training.entity.Enrolments;
import dev.pledgedesk.training.entity.TrainingSession;
import dev.pledgedesk.training.entity.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sessions of courses: who takes part, who waits, who was there and what he thinks of it. */
@ApplicationScoped
@Transactional
public class SessionTransactions {

    private static final String SUBJECT = "training-session";
    private static final TextBounds PLACE = new TextBounds(2, 200);
    private static final TextBounds FEEDBACK = new TextBounds(0, 4000);
    private static final int MOST_PLACES = 1000;
    private static final int MOST_STARS = 5;
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Duration AROUND = Duration.ofMinutes(30);

    @Inject
    TrainingSessions sessions;

    @Inject
    Enrolments enrolments;

    @Inject
    TaskTransactions tasks;

    @Inject
    SessionViews views;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public SessionView plan(SessionDraft draft) {
        check(draft);
        TrainingSession session = new TrainingSession(Ids.next(), draft.course(), draft.entryId(), Codes.fresh(1));
        session.plan(draft.startsAt(), draft.endsAt(), PLACE.take(draft.place(), "/place"), draft.trainerId(), draft.places());
        sessions.add(session);
        sessions.flush();
        write("planned", session, Map.of("starts", session.startsAt().toString()));
        return views.of(session);
    }

    /** Other times, another place: those who take part are told. */
    public SessionView replan(UUID id, Long expectedVersion, SessionDraft draft) {
        check(draft);
        TrainingSession session = sessions.held(id);
        session.requireVersion(expectedVersion);
        session.plan(draft.startsAt(), draft.endsAt(), PLACE.take(draft.place(), "/place"), draft.trainerId(), draft.places());
        sessions.flush();
        moveUp(session);
        write("replanned", session, Map.of("starts", session.startsAt().toString()));
        tellAll(session, "session-moved");
        return views.of(session);
    }

    private void check(SessionDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (words.training().course(draft.course()).isEmpty()) {
            errors.add(new FieldError("/course", "field.unknown-key", String.valueOf(draft.course())));
        }
        if (draft.startsAt() == null) {
            errors.add(new FieldError("/startsAt", "field.required"));
        } else if (draft.endsAt() == null || !draft.endsAt().isAfter(draft.startsAt()) || draft.endsAt().isAfter(draft.startsAt().plus(LONGEST))) {
            errors.add(new FieldError("/endsAt", "training.until"));
        }
        if (draft.places() < 1 || draft.places() > MOST_PLACES) {
            errors.add(new FieldError("/places", "training.points", 1, MOST_PLACES));
        }
        if (draft.trainerId() == null || staff.names(List.of(draft.trainerId())).isEmpty()) {
            errors.add(new FieldError("/trainerId", "field.unknown-key", String.valueOf(draft.trainerId())));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    public SessionView cancel(UUID id) {
        TrainingSession session = sessions.held(id);
        session.cancel();
        sessions.flush();
        write("cancelled", session, Map.of());
        tellAll(session, "session-cancelled");
        return views.of(session);
    }

    /** Takes a place, or waits for one; anybody for himself, who runs training for others. */
    public SessionView enrol(UUID id, UUID member) {
        TrainingSession session = sessions.held(id);
        session.requirePlanned();
        if (!staff.get(member).active()) {
            throw Problem.unprocessable(new FieldError("/staffId", "field.unknown-key", member.toString()));
        }
        Enrolment there = enrolments.of(id, member).orElse(null);
        if (there != null && there.state() != EnrolmentState.WITHDRAWN) {
            return views.of(session);
        }
        EnrolmentState how = taken(id) < session.places() ? EnrolmentState.ENROLLED : EnrolmentState.WAITING;
        if (there == null) {
            enrolments.add(new Enrolment(Ids.next(), id, member, how.key(), clock.now()));
        } else {
            there.enrol(how, clock.now());
        }
        enrolments.flush();
        write(how.key(), session, Map.of("staff", member));
        notices.tell(member, how == EnrolmentState.ENROLLED ? "session-enrolled" : "session-waiting", member, words.course(session.course()), session.startsAt());
        return views.of(session);
    }

    private long taken(UUID session) {
        return enrolments.of(List.of(session)).stream().filter(e -> e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.ATTENDED).count();
    }

    /** Gives a place back; who waits longest gets it. */
    public SessionView withdraw(UUID id, UUID member) {
        TrainingSession session = sessions.held(id);
        session.requirePlanned();
        Enrolment place = enrolments.of(id, member).filter(e -> e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.WAITING).orElseThrow(Problem::notFound);
        place.withdraw();
        enrolments.flush();
        write("withdrawn", session, Map.of("staff", member));
        moveUp(session);
        return views.of(session);
    }

    private void moveUp(TrainingSession session) {
        long free = session.places() - taken(session.id());
        enrolments.of(List.of(session.id())).stream().filter(e -> e.state() == EnrolmentState.WAITING).limit(Math.max(0, free)).forEach(e -> {
            e.enrol(EnrolmentState.ENROLLED, e.at());
            write("moved-up", session, Map.of("staff", e.staffId()));
            notices.tell(e.staffId(), "session-enrolled", e.staffId(), words.course(session.course()), session.startsAt());
        });
        enrolments.flush();
    }

    /** The caller is there and types the code that is shown, from half an hour before to half an hour after. */
    public SessionView attend(UUID id, String code) {
        TrainingSession session = sessions.held(id);
        session.requirePlanned();
        Instant now = clock.now();
        if (now.isBefore(session.startsAt().minus(AROUND)) || now.isAfter(session.endsAt().plus(AROUND))) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.not-now");
        }
        if (!session.code().equals(Codes.plain(code))) {
            throw Problem.unprocessable(new FieldError("/code", "training.wrong-code"));
        }
        Enrolment place = enrolments.of(id, caller.staffId()).filter(e -> e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.ATTENDED).orElseThrow(() ->
                Problem.of(Problem.Kind.CONFLICT, "training.no-place"));
        if (place.attendedAt() == null) {
            place.attend(now);
            enrolments.flush();
            write("attended", session, Map.of("staff", place.staffId()));
        }
        return views.of(session);
    }

    /** It is over: those who were there, by the trainer's list, have taken part; the others were absent. */
    public SessionView close(UUID id, Set<UUID> there) {
        TrainingSession session = sessions.held(id);
        session.held();
        Instant now = clock.now();
        enrolments.of(List.of(id)).forEach(e -> {
            if (there.contains(e.staffId()) && e.state() != EnrolmentState.WITHDRAWN) {
                e.attend(e.attendedAt() == null ? now : e.attendedAt());
                tasks.done(e.staffId(), session.course(), now);
            } else if (e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.ATTENDED) {
                e.miss();
            } else if (e.state() == EnrolmentState.WAITING) {
                e.withdraw();
            }
        });
        sessions.flush();
        write("held", session, Map.of("attended", there.stream().map(UUID::toString).sorted().toList()));
        return views.of(session);
    }

    /** What the caller, who was there, thinks of it. */
    public SessionView rate(UUID id, int stars, String text) {
        TrainingSession session = sessions.get(id);
        if (stars < 1 || stars > MOST_STARS) {
            throw Problem.unprocessable(new FieldError("/rating", "training.points", 1, MOST_STARS));
        }
        Enrolment place = enrolments.of(id, caller.staffId()).orElseThrow(Problem::notFound);
        String said = FEEDBACK.take(text, "/words");
        place.rate(stars, said.isEmpty() ? null : words.seal(place.staffId(), "enrolment", "feedback", place.id(), said));
        enrolments.flush();
        return views.of(session);
    }

    private void tellAll(TrainingSession session, String kind) {
        enrolments.of(List.of(session.id())).stream().filter(e -> e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.WAITING)
                .forEach(e -> notices.tell(e.staffId(), kind, e.staffId(), words.course(session.course()), session.startsAt()));
    }

    /** Sessions by the entry of the plan that they fulfil. */
    Map<UUID, List<UUID>> byEntry() {
        return sessions.ofEntries().stream().collect(Collectors.groupingBy(TrainingSession::entryId, Collectors.mapping(TrainingSession::id, Collectors.toList())));
    }

    private void write(String what, TrainingSession session, Map<String, Object> more) {
        Map<String, Object> facts = new TreeMap<>(more);
        facts.put("course", session.course());
        journal.write(new Journal.Entry(caller.actor(), "session." + what, SUBJECT, session.id(), facts));
    }
}
