package dev.pledgedesk.promise;

import dev.pledgedesk.promise.entity.PromiseClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** How promises of the tenant of the request were kept. Asks for no permission: who reads it is known above this room only. */
@ApplicationScoped
@Transactional
public class ClockFigures {

    /** Promises of one kind that ended in a time; those that were cancelled and not broken are in none of both. */
    public record Kept(String policy, String target, long kept, long broken) {
    }

    @Inject
    PromiseClocks clocks;

    /** Those of a kind of records that ended in a half-open time, by policy and target. */
    public List<Kept> of(String subjectType, Instant from, Instant until) {
        return clocks.ended(subjectType, from, until);
    }
}
