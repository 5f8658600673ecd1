package dev.pledgedesk.privacy;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the privacy officer of something at a time that {@link Deadlines} has set, as far as there is still something to tell. Extended once for the time before and once for the one after. */
public abstract class DeadlineWatch implements DueWorker {

    private final String kind;

    @Inject
    Alerts alerts;

    /** A watch for a kind of due work. */
    protected DeadlineWatch(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(id -> cause(id).ifPresent(alerts::raise));
    }

    /** What is to be told of a record; empty if it has been dealt with meanwhile. */
    protected abstract Optional<Alerts.Cause> cause(UUID id);
}
