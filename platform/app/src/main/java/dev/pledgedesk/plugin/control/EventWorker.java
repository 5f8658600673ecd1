package dev.pledgedesk.plugin.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.eventing.PublishedEvent;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.Outcome;
import dev.pledgedesk.sdk.DeskEventListener.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells plugins what has happened; what a listener fails at comes again, later each time, for three days. */
@ApplicationScoped
public class EventWorker implements DueWorker {

    static final String KIND = "plugin-event";

    private static final Logger LOG = Logger.getLogger(EventWorker.class.getName());
    private static final Duration PATIENCE = Duration.ofDays(3);

    @Inject
    ExtensionCalls calls;

    @Inject
    EventTransactions transactions;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(this::tell);
    }

    private void tell(UUID id) {
        PublishedEvent event = transactions.find(id);
        if (event != null) {
            List<Reply<Boolean>> heard = calls.listeners(event.type(), event.subjectId(), visible -> {
                Event told = new Event(event.id().toString(), event.type(), event.occurredAt(), visible.handle(event.subjectId()));
                return listener -> {
                    listener.happened(told);
                    return true;
                };
            });
            boolean failed = heard.stream().anyMatch(r -> r.outcome() instanceof Outcome.Failed);
            if (failed && event.occurredAt().plus(PATIENCE).isAfter(clock.now())) {
                throw new IllegalStateException("a plugin has not heard of " + event.type() + " yet");
            }
            if (failed) {
                LOG.log(Level.SEVERE, "a plugin has failed for three days to hear of {0} {1}; it is not told again", new Object[] {event.type(), event.id()});
            }
        }
        transactions.done(id);
    }
}
