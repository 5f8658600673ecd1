package dev.pledgedesk.promise.control;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.util.List;
import java.util.Optional;

/** A time that somebody names is a promise whether a policy speaks of it or not: this is the target where none does. */
final class NamedTimes {

    /** Per cent of the time after which who named it is reminded. */
    private static final List<Integer> WARN_AT = List.of(75);

    private NamedTimes() {
    }

    /** The policy's own target, if it has one. */
    static Target target(Optional<Policy> policy, Metric metric) {
        return policy.flatMap(p -> p.targets().stream().filter(t -> t.metric() == metric).findFirst()).orElseGet(() -> target(metric));
    }

    static Target target(Metric metric) {
        return new Target(metric.key(), Messages.everywhere("promise.metric." + metric.key()), metric, null, null, null, WARN_AT, null, null, null, null);
    }
}
