package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.training.control.TrainingWords;
import dev.pledgedesk.training.entity.Enrolment;
import dev.pledgedesk.training.entity.Enrolments;
import dev.pledgedesk.training.entity.TrainingSession;
import dev.pledgedesk.training.entity.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** When somebody is in a session. Asks for no permission: who reads it is known above this room only. */
@ApplicationScoped
@Transactional
public class SessionDates {

    /** A session in which somebody has a place, or which he holds. */
    public record Date(UUID id, LocalizedText course, Instant startsAt, Instant endsAt, String place, boolean holds, long version) {
    }

    @Inject
    TrainingSessions sessions;

    @Inject
    Enrolments enrolments;

    @Inject
    TrainingWords words;

    /** Those that touch a half-open time, the earliest first; without cancelled ones and places that are waited for. */
    public List<Date> of(UUID member, Instant from, Instant until) {
        List<UUID> ids = enrolments.ofStaff(member).stream().filter(e -> e.state() == EnrolmentState.ENROLLED || e.state() == EnrolmentState.ATTENDED).map(Enrolment::sessionId).toList();
        return Stream.concat(sessions.findAll(ids).stream().filter(s -> !s.trainerId().equals(member)), sessions.heldBy(member, from).stream())
                .filter(s -> s.state() != SessionState.CANCELLED && s.endsAt().isAfter(from) && s.startsAt().isBefore(until)).sorted(Comparator.comparing(TrainingSession::startsAt))
                .map(s -> new Date(s.id(), words.course(s.course()), s.startsAt(), s.endsAt(), s.place(), s.trainerId().equals(member), s.version())).toList();
    }
}
