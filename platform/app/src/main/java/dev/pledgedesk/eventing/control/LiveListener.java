package dev.pledgedesk.eventing.control;

import dev.pledgedesk.eventing.LiveFeed;
import dev.pledgedesk.eventing.entity.LiveChannel;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens on the channel between nodes, one connection a node, and feeds the pages that are open here. Comes back by itself when the database does. */
@ApplicationScoped
public class LiveListener {

    private static final Logger LOG = Logger.getLogger(LiveListener.class.getName());
    private static final int WAIT_MILLIS = 1000;
    private static final int ROUNDS_BETWEEN_CHECKS = 20;
    private static final long FIRST_RETRY_SECONDS = 1;
    private static final long LONGEST_RETRY_SECONDS = 30;

    @Inject
    LiveChannel channel;

    @Inject
    LiveFeed feed;

    /** Has a thread for every task; the timer below has one for all its tasks, which must not wait for a listener. */
    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService timer;

    private volatile boolean stopping;
    private volatile Future<?> running;
    private long retrySeconds = FIRST_RETRY_SECONDS;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        begin();
    }

    private void begin() {
        if (!stopping) {
            running = executor.submit(this::listen);
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void listen() {
        try (LiveChannel.Ear ear = channel.listen()) {
            retrySeconds = FIRST_RETRY_SECONDS;
            for (int round = 1; !stopping; round++) {
                ear.hear(WAIT_MILLIS).forEach(heard -> feed.tell(heard.tenant(), heard.event()));
                if (round % ROUNDS_BETWEEN_CHECKS == 0) {
                    ear.check();
                }
            }
        } catch (SQLException | RuntimeException lost) {
            if (!stopping) {
                LOG.log(Level.WARNING, "live updates lost their connection, next try in " + retrySeconds + " s: " + lost);
                timer.schedule(this::begin, retrySeconds, TimeUnit.SECONDS);
                retrySeconds = Math.min(LONGEST_RETRY_SECONDS, retrySeconds * 2);
            }
        }
    }
}
