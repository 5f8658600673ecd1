package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.training.EnrolmentState;
import dev.pledgedesk.training.EnrolmentView;
import dev.pledgedesk.training.SessionView;
import dev.pledgedesk.training.entity.Enrolment;
import dev.pledgedesk.training.entity.Enrolments;
import dev.pledgedesk.training.entity.TrainingSession;
import dev.pledgedesk.training.entity.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sessions as they are shown: who holds one, and who runs training, sees who takes part. */
@ApplicationScoped
@Transactional
public class SessionViews {

    @Inject
    TrainingSessions sessions;

    @Inject
    Enrolments enrolments;

    @Inject
    TrainingWords words;

    @Inject
    Caller caller;

    public Page<SessionView> from(Instant moment, PageRequest request) {
        Page<TrainingSession> page = sessions.from(moment, request);
        Map<UUID, List<Enrolment>> places = enrolments.of(page.items().stream().map(TrainingSession::id).toList()).stream().collect(Collectors.groupingBy(Enrolment::sessionId));
        return page.map(s -> view(s, places.getOrDefault(s.id(), List.of()), false));
    }

    public SessionView get(UUID id) {
        return of(sessions.get(id));
    }

    /** Those that somebody takes part in or has, the latest first. */
    public List<SessionView> ofStaff(UUID member) {
        List<UUID> ids = enrolments.ofStaff(member).stream().filter(e -> e.state() != EnrolmentState.WITHDRAWN).map(Enrolment::sessionId).toList();
        Map<UUID, List<Enrolment>> places = enrolments.of(ids).stream().collect(Collectors.groupingBy(Enrolment::sessionId));
        return sessions.findAll(ids).stream().sorted(Comparator.comparing(TrainingSession::startsAt).reversed()).map(s -> view(s, places.getOrDefault(s.id(), List.of()), false)).toList();
    }

    SessionView of(TrainingSession session) {
        return view(session, enrolments.of(List.of(session.id())), true);
    }

    private SessionView view(TrainingSession s, List<Enrolment> places, boolean whole) {
        boolean holds = caller.may(Permission.TRAINING_MANAGE) || s.trainerId().equals(caller.id());
        if (whole && holds) {
            words.fetch(places.stream().map(Enrolment::staffId).toList());
        }
        List<Integer> ratings = places.stream().map(Enrolment::rating).filter(Objects::nonNull).toList();
        return new SessionView(s.id(), s.course(), words.course(s.course()), s.entryId(), s.startsAt(), s.endsAt(), s.place(), s.trainerId(), s.places(), holds ? s.code() : null, s.state(),
                count(places, EnrolmentState.ENROLLED) + count(places, EnrolmentState.ATTENDED), count(places, EnrolmentState.WAITING),
                places.stream().filter(e -> e.staffId().equals(caller.id())).map(Enrolment::state).findFirst().orElse(null),
                whole && holds ? places.stream().map(this::view).toList() : List.of(),
                ratings.isEmpty() ? null : AssessmentRule.mean(ratings.stream().map(BigDecimal::valueOf).toList()), s.version());
    }

    private EnrolmentView view(Enrolment e) {
        return new EnrolmentView(e.staffId(), e.state(), e.at(), e.attendedAt(), e.rating(), words.open(e.staffId(), "enrolment", "feedback", e.id(), e.feedback()));
    }

    private static int count(List<Enrolment> places, EnrolmentState state) {
        return (int) places.stream().filter(e -> e.state() == state).count();
    }
}
