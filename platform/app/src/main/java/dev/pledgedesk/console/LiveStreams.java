package dev.pledgedesk.console;

import dev.pledgedesk.eventing.LiveEvent;
import dev.pledgedesk.eventing.LiveFeed;
import dev.pledgedesk.eventing.NodeActivity;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The streams that are open on this node: keeps them alive, writes to each outside the thread that serves all, and lets go of those whose reader left. */
@ApplicationScoped
public class LiveStreams {

    private static final long HEARTBEAT_SECONDS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(38);
    private static final int MAX_WAITING = 200;
    private static final long RECONNECT_MILLIS = 1000;

    @Inject
    LiveFeed feed;

    @Inject
    DeskClock clock;

    @Inject
    NodeActivity activity;

    /** Writes; a reader that hangs holds one of its threads and nobody else. */
    @Resource
    private ManagedExecutorService executor;

    /** Only looks at the clock: it has one thread for the whole application. */
    @Resource
    private ManagedScheduledExecutorService timer;

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        timer.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        streams.forEach(Stream::end);
    }

    /** Readers come back after the time that their stream began with, on another node. */
    void nodeStops(@Observes NodeActivity.NodeStops stops) {
        streams.forEach(stream -> executor.execute(stream::end));
    }

    /** Opens a stream; refused as unavailable when the tenant has too many. */
    void open(TenantId tenant, SseEventSink sink, Sse sse) {
        Stream stream = new Stream(sink, sse);
        stream.subscription = feed.subscribe(tenant, stream::add);
        streams.add(stream);
        stream.write(sse.newEventBuilder().name("hello").reconnectDelay(RECONNECT_MILLIS).data("live").build());
        if (activity.isStopping()) {
            stream.end();
        }
    }

    private void beat() {
        for (Stream stream : streams) {
            if (clock.now().isAfter(stream.opened.plus(LONGEST))) {
                executor.execute(stream::end);
            } else {
                executor.execute(() -> stream.write(stream.sse.newEventBuilder().comment("still here").build()));
            }
        }
    }

    /** One open page. */
    private final class Stream {

        private final SseEventSink sink;
        private final Sse sse;
        private final java.time.Instant opened = clock.now();
        private final Set<LiveEvent> waiting = new LinkedHashSet<>();
        private boolean writing;
        private volatile LiveFeed.Subscription subscription;

        private Stream(SseEventSink sink, Sse sse) {
            this.sink = sink;
            this.sse = sse;
        }

        /** Notes an event; a reader too slow for what happens is let go and reads its list anew when it is back. */
        private void add(LiveEvent event) {
            synchronized (waiting) {
                waiting.add(event);
                if (waiting.size() > MAX_WAITING) {
                    waiting.clear();
                    executor.execute(this::end);
                    return;
                }
                if (writing) {
                    return;
                }
                writing = true;
            }
            executor.execute(this::drain);
        }

        private void drain() {
            while (true) {
                LiveEvent event;
                synchronized (waiting) {
                    var next = waiting.iterator();
                    if (!next.hasNext()) {
                        writing = false;
                        return;
                    }
                    event = next.next();
                    next.remove();
                }
                write(sse.newEvent("ticket", event.type() + " " + event.subjectId()));
            }
        }

        private void write(OutboundSseEvent event) {
            if (sink.isClosed()) {
                end();
                return;
            }
            try {
                sink.send(event).whenComplete((done, failed) -> {
                    if (failed != null) {
                        end();
                    }
                });
            } catch (RuntimeException left) {
                end();
            }
        }

        private void end() {
            streams.remove(this);
            if (subscription != null) {
                subscription.close();
            }
            if (!sink.isClosed()) {
                sink.close();
            }
        }
    }
}
