package dev.pledgedesk.training;

import dev.pledgedesk.training.entity.AssessmentRows;
import dev.pledgedesk.training.entity.Enrolment;
import dev.pledgedesk.training.entity.Enrolments;
import dev.pledgedesk.training.entity.TrainingSession;
import dev.pledgedesk.training.entity.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Results of assessments in numbers. Asks for no permission: who reads them is known above this room only. */
@ApplicationScoped
@Transactional
public class TrainingFigures {

    /** What somebody's assessment came to, in per cent. */
    public record Result(UUID staffId, UUID assessmentId, BigDecimal overall) {
    }

    /** A session that is over, who was there, and what they said of it, from 1 to 5. */
    public record Held(Instant startsAt, Instant endsAt, Set<UUID> attended, List<Integer> ratings) {
    }

    @Inject
    AssessmentRows assessments;

    @Inject
    TrainingSessions sessions;

    @Inject
    Enrolments enrolments;

    /** Those that were closed in a half-open time. */
    public List<Result> results(Instant from, Instant until) {
        return assessments.closed(from, until).stream().map(a -> new Result(a.staffId(), a.id(), a.overall())).toList();
    }

    /** Sessions of a course that began in a half-open time and are over, the earliest first. */
    public List<Held> held(String course, Instant from, Instant until) {
        List<TrainingSession> all = sessions.held(course, from, until);
        Map<UUID, List<Enrolment>> there = enrolments.of(all.stream().map(TrainingSession::id).toList()).stream().filter(e -> e.state() == EnrolmentState.ATTENDED)
                .collect(Collectors.groupingBy(Enrolment::sessionId));
        return all.stream().map(s -> {
            List<Enrolment> his = there.getOrDefault(s.id(), List.of());
            return new Held(s.startsAt(), s.endsAt(), his.stream().map(Enrolment::staffId).collect(Collectors.toSet()), his.stream().map(Enrolment::rating).filter(Objects::nonNull).toList());
        }).toList();
    }
}
