package dev.pledgedesk.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A proposal.
 *
 * @param hard     rules that are broken; null while nothing was found, likewise {@code unmet} and {@code soft}
 * @param unmet    places that nobody could be found for
 * @param soft     how unfair it is, less is better
 * @param proposal who is to be on duty when; empty until it is done
 * @param gaps     what cannot be met, and why; likewise
 */
public record RunView(UUID id, LocalDate from, int days, RunState state, Integer hard, Integer unmet, Integer soft, Duration took, List<ShiftDraft> proposal, List<Unmet> gaps, Instant startedAt) {

    /**
     * Places that nobody could be found for.
     *
     * @param able how many can fill the post and are not away on that day
     */
    public record Unmet(LocalDate day, String shift, String post, int missing, int able) {
    }
}
