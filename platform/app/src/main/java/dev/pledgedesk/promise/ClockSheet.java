package dev.pledgedesk.promise;

import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The clocks of one record while they are being kept in step with it; those that have ended cannot be reached any more. */
public interface ClockSheet {

    /** Those that have not ended, by key of the target. */
    Map<String, ClockState> open();

    /** How the last one for a target stands; empty if there has never been one. */
    Optional<ClockState> last(String target);

    /**
     * Starts one.
     *
     * @param configVersion of the configuration that the policy is from
     * @param since         from when on it counts, not after now
     */
    void start(int configVersion, Policy policy, Target target, String cause, Instant since);

    /** Starts one that ends at a time which somebody has named, by the configuration that runs. */
    void startNamed(Policy policy, Target target, String cause, Instant named);

    /** What an open one has promised is done. */
    void fulfil(String target, String cause);

    /** An open one stands still; nothing if it does already. */
    void pause(String target, String cause);

    /** It runs on; nothing if it does already. */
    void resume(String target, String cause);

    /** It does not matter any more. */
    void cancel(String target, String cause);
}
