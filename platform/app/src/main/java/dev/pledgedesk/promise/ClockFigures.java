package dev.pledgedesk.promise;

import dev.pledgedesk.promise.entity.PromiseClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How promises of the tenant of the request were kept. Asks for no permission: who reads it is known above this room only. */
@ApplicationScoped
@Transactional
public class ClockFigures {

    /** Promises of one kind that ended in a time; those that were cancelled and not broken are in none of both. */
    public record Kept(String policy, String target, long kept, long broken) {
    }

    /** Promises that were somebody's when they were kept or broken. */
    public record OfPerson(UUID staffId, long kept, long broken) {
    }

    /** A promise that was somebody's when it was broken. */
    public record Broken(UUID staffId, UUID subject, String target) {
    }

    @Inject
    PromiseClocks clocks;

    /** Those of a kind of records that ended in a half-open time, by policy and target. */
    public List<Kept> of(String subjectType, Instant from, Instant until) {
        return clocks.ended(subjectType, from, until);
    }

    /** Those of a kind of records that were broken, or ended without, in a half-open time, by person. */
    public List<OfPerson> byPerson(String subjectType, Instant from, Instant until) {
        return clocks.decided(subjectType, from, until);
    }

    /** Those that were broken then, the newest first. */
    public List<Broken> broken(String subjectType, Instant from, Instant until, int atMost) {
        return clocks.broken(subjectType, from, until, atMost);
    }
}
