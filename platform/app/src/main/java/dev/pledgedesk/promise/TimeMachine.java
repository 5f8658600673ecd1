package dev.pledgedesk.promise;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.control.TrialRun;
import dev.pledgedesk.tenancy.ConfigDrafts;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tries a draft of policies and calendars on the past of the tenant of the request before it is applied: how many promises more or fewer would have been broken, and which. */
@ApplicationScoped
public class TimeMachine {

    /** Longest past that is tried at a time. */
    public static final Duration LONGEST = Duration.ofDays(3 * 366);

    /**
     * What a trial has found.
     *
     * @param tickets  how many tickets were filed in that time
     * @param before   how many promises were broken by the rules that run
     * @param after    how many by the draft
     * @param lines    the same by team, by category, by week and by metric
     * @param affected promises that only one of both breaks; the first thousand
     */
    public record Trial(Instant from, Instant until, long tickets, long before, long after, List<Line> lines, List<Affected> affected) {
    }

    /**
     * Broken promises of a group.
     *
     * @param by     {@code team}, {@code category}, {@code week} or {@code metric}
     * @param key    of the team or category, empty for none; the Monday of the week; the metric
     * @param gained broken by the draft alone; lost by the running rules alone
     */
    public record Line(String by, String key, long before, long after, long gained, long lost) {
    }

    /** A promise that only one of both breaks, at a moment. */
    public record Affected(UUID ticketId, String number, Metric metric, boolean gained, Instant at) {
    }

    @Inject
    ConfigDrafts drafts;

    @Inject
    TrialRun run;

    /**
     * Tries files in the place of those that run.
     *
     * @param files {@code calendars.yaml} and {@code promises.yaml}, or one of them; others are refused
     */
    public Trial run(Map<String, String> files, Instant from, Instant until) {
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Problem.invalid(new FieldError("/until", "promise.trial-time", LONGEST.toDays()));
        }
        files.keySet().stream().filter(name -> !name.equals("calendars.yaml") && !name.equals("promises.yaml")).findFirst().ifPresent(other -> {
            throw Problem.invalid(new FieldError("/files", "promise.trial-file", other));
        });
        return run.run(drafts.with(files), from, until);
    }
}
