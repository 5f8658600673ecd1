package dev.pledgedesk.sdktest;

import dev.pledgedesk.sdk.Desk;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.MessageSnapshot;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Store;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stands for what the platform gives to an instance of a plugin: a clock that tests move, a store and a desk in memory, calls that a test answers, and a log that can be read. */
public final class TestContext implements PluginContext {

    private final Map<String, Store.Entry> kept = new ConcurrentSkipListMap<>();
    private final Map<String, TicketSnapshot> tickets = new ConcurrentHashMap<>();
    private final Map<String, List<MessageSnapshot>> messages = new ConcurrentHashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Http.Call> calls = new CopyOnWriteArrayList<>();
    private final ZoneId zone;
    private volatile Instant now = Instant.parse("2026-02-28T15:59:59Z");
    private volatile Function<Http.Call, Http.Reply> answers = call -> new Http.Reply(404, "", new byte[0]);
    private final TestMail box = new TestMail();
    private volatile Mail mail = box;
    private volatile boolean closed;

    /** In a zone where a naive date goes wrong: a quarter of an hour beside the hour, with daylight saving. */
    public TestContext() {
        this(ZoneId.of("Pacific/Chatham"));
    }

    /** In a zone. */
    public TestContext(ZoneId zone) {
        this.zone = zone;
    }

    /** Sets the clock. */
    public TestContext at(Instant moment) {
        now = moment;
        return this;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Puts a ticket on the desk, with what was said on it, the newest first. */
    public TestContext with(TicketSnapshot ticket, MessageSnapshot... said) {
        tickets.put(ticket.handle(), ticket);
        messages.put(ticket.handle(), List.of(said));
        return this;
    }

    /** Answers calls to other servers. */
    public TestContext answering(Function<Http.Call, Http.Reply> reply) {
        answers = reply;
        return this;
    }

    /** Puts mails into the mailbox that is looked into. */
    public TestContext receiving(Mail.Received... mails) {
        box.put(mails);
        return this;
    }

    /** Goes to mail servers by a way of the test's own. */
    public TestContext mailing(Mail way) {
        mail = way;
        return this;
    }

    /** Mails that were sent. */
    public List<Mail.Letter> letters() {
        return box.letters();
    }

    /** From now on everything refuses, as after the instance was closed. */
    public void close() {
        closed = true;
    }

    /** Lines of the log. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Calls that were made. */
    public List<Http.Call> calls() {
        return List.copyOf(calls);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the instance that this belongs to is closed");
        }
    }

    @Override
    public InstantSource clock() {
        return () -> {
            requireOpen();
            return now;
        };
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public System.Logger log() {
        return new System.Logger() {
            @Override
            public String getName() {
                return "plugin";
            }

            @Override
            public boolean isLoggable(Level level) {
                return true;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
                lines.add(level + " " + text + (thrown == null ? "" : " " + thrown));
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
                lines.add(level + " " + (parameters == null || parameters.length == 0 ? format : java.text.MessageFormat.format(format, parameters)));
            }
        };
    }

    @Override
    public Http http() {
        return call -> {
            requireOpen();
            calls.add(call);
            return answers.apply(call);
        };
    }

    @Override
    public Mail mail() {
        requireOpen();
        return mail;
    }

    @Override
    public Store store() {
        return new Store() {
            @Override
            public Optional<Entry> get(String key) {
                requireOpen();
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public List<Entry> list(String prefix, String after, int most) {
                requireOpen();
                List<Entry> found = new ArrayList<>(kept.values().stream().filter(e -> e.key().startsWith(prefix) && e.key().compareTo(after) > 0).toList());
                return List.copyOf(found.subList(0, Math.min(most, found.size())));
            }

            @Override
            public boolean put(String key, String value, long expected) {
                requireOpen();
                synchronized (kept) {
                    long version = Optional.ofNullable(kept.get(key)).map(Entry::version).orElse(0L);
                    if (version != expected) {
                        return false;
                    }
                    kept.put(key, new Entry(key, value, version + 1));
                    return true;
                }
            }

            @Override
            public boolean remove(String key, long expected) {
                requireOpen();
                synchronized (kept) {
                    return Optional.ofNullable(kept.get(key)).filter(e -> e.version() == expected).map(e -> kept.remove(key)).isPresent();
                }
            }
        };
    }

    @Override
    public Desk desk() {
        return new Desk() {
            @Override
            public Optional<TicketSnapshot> ticket(String handle) {
                requireOpen();
                return Optional.ofNullable(tickets.get(handle));
            }

            @Override
            public List<MessageSnapshot> messages(String handle, int most) {
                requireOpen();
                List<MessageSnapshot> said = messages.getOrDefault(handle, List.of());
                return said.subList(0, Math.min(most, said.size()));
            }
        };
    }
}
