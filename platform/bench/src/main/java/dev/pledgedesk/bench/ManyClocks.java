package dev.pledgedesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.data.Promised;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskKeys;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.HttpRequest;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Statistics;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * A desk with a clock running for each of its tickets: how late timers are among so many, how fast a desk catches up that was down, the time machine over all tickets, and the month's report.
 * Wall times: each of these is something that somebody waits for.
 */
final class ManyClocks {

    /** Named times that are watched, their distance, and how far the first is from the naming of the last. */
    private static final int NAMED = 200;
    private static final Duration APART = Duration.ofMillis(97);
    private static final Duration AHEAD = Duration.ofSeconds(20);
    private static final int OVERDUE = 2_000;
    private static final int TIMES = 5;
    private static final double SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final PrintStream out;
    private final Results results;
    private final String machine;
    /** What the smallest size gave, by id. */
    private final Map<String, Double> small = new HashMap<>();

    private DeskPeople people;
    private DeskDatabase database;
    private HttpLine line;
    private int size;
    private String token;

    ManyClocks(Options options, PrintStream out, Results results, String machine) {
        this.options = options;
        this.out = out;
        this.results = results;
        this.machine = machine;
    }

    void measure() throws Exception {
        Path home = options.work.resolve("home");
        try (DeskServer server = DeskServer.start(options.distribution, home, options.port, DeskServer.WIDE_LIMITS); DeskDatabase desk = new DeskDatabase(home); HttpLine http = new HttpLine(options.port)) {
            database = desk;
            line = http;
            people = new DeskPeople(options.port, server.operatorToken(), List.of("calendars.yaml", "promises.yaml", "complaints.yaml"));
            var population = new Population(people, desk, new DeskKeys(home, desk), Form.SEALED);
            population.settle(options.tenants);
            var promised = new Promised(desk);
            for (int tickets : options.sizes()) {
                size = tickets;
                token = people.token(Population.BIG, 0);
                population.grow(tickets);
                promised.open();
                promised.complaints();
                desk.run(Roles.SUPERUSER, "checkpoint");
                out.printf("  %s tickets with a clock each, %s open%n", Options.name(tickets), desk.value("select count(*) from promise_clock where state = 'running'"));
                lateness();
                catchUp(promised);
                trial();
                report();
            }
        }
    }

    private void lateness() throws Exception {
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < NAMED; i++) {
            tickets.add(post("/api/v1/tickets", Map.of("type", "question", "subject", "named " + i, "description", "called back", "channel", "phone", "requester", Map.of("name", "客户", "email", "named-" + i + "@example.com"))).path("id").asText());
        }
        Instant first = Instant.now().plus(AHEAD);
        for (int i = 0; i < NAMED; i++) {
            post("/api/v1/tickets/" + tickets.get(i) + "/messages", Map.of("kind", "internal-note", "body", "we call back", "promisedAt", first.plus(APART.multipliedBy(i)).toString()));
        }
        String broken = " from promise_event e join promise_clock c on c.tenant_id = e.tenant_id and c.id = e.clock_id where e.kind = 'breach' and c.named_at >= '" + first.minusSeconds(1) + "'";
        await("breaks of " + NAMED + " named times", () -> Integer.parseInt(database.value("select count(*)" + broken)) == NAMED);
        long[] micros = Arrays.stream(database.value("select string_agg((extract(epoch from e.recorded_at - c.named_at) * 1000000)::bigint::text, ',')" + broken).split(",")).mapToLong(Long::parseLong).sorted().toArray();
        String conditions = NAMED + " times that were named, one each " + APART.toMillis() + " ms, until their break was written into the clock's list; nothing else asked of the desk";
        add("promise.timer-late.p50", Statistics.percentile(micros, 0.5) / 1e3, "ms", null, null, conditions);
        add("promise.timer-late.p99", Statistics.percentile(micros, 0.99) / 1e3, "ms", null, null, conditions);
        add("promise.timer-late.max", micros[micros.length - 1] / 1e3, "ms", null, Aim.atMost(Duration.ofSeconds(2).toMillis()), conditions);
    }

    private void catchUp(Promised promised) throws Exception {
        int overdue = promised.overdue(OVERDUE);
        long begin = System.nanoTime();
        promised.wake();
        await("timers that were missed", () -> promised.waiting() == 0);
        add("promise.catch-up.throughput", overdue / ((System.nanoTime() - begin) / SECOND), "1/s", null, null, overdue + " timers that were missed, all at once: each a warning and a break in the clock's list, in the journal, and told");
        database.awaitDrained();
    }

    private void trial() throws Exception {
        String promises;
        try (InputStream in = ManyClocks.class.getResourceAsStream("/tenant/promises.yaml")) {
            promises = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("limit: 8h", "limit: 4h");
        }
        people.tryPromises(Population.BIG, promises);
        stream();
        long[] tickets = new long[1];
        double seconds = seconds(() -> tickets[0] = people.tryPromises(Population.BIG, promises));
        double control = seconds(this::stream);
        add("promise.trial.throughput", tickets[0] / seconds, "1/s", tickets[0] / control, Aim.atLeast(20_000), "tickets, most with one event each, by the running rules and by a draft, the second time; the control reads the same rows by JDBC and thinks nothing");
    }

    /** Reads what a trial reads. */
    private long stream() throws SQLException {
        long read = 0;
        String tenant = "'" + database.tenants().get(Population.BIG) + "'";
        try (Connection owner = database.connect(Roles.OWNER); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.setFetchSize(1_000);
            for (String sql : List.of("select t.id, t.number, t.type, t.category, t.priority, t.channel, c.group_key, t.assignee_id, t.team, t.created_at from ticket t join customer c on c.tenant_id = t.tenant_id and c.id = t.requester_id"
                    + " where t.tenant_id = " + tenant + " order by t.id", "select subject_id, type, occurred_at, payload::text from outbox_event where tenant_id = " + tenant + " and type in ('ticket.created', 'ticket.changed', 'ticket.message-added')"
                    + " order by subject_id, id")) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        read += rows.getString(2).length();
                    }
                }
            }
        }
        return read;
    }

    private void report() throws Exception {
        YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
        for (Map.Entry<String, String> form : Map.of("json", "", "pdf", "/document", "csv", "/table").entrySet()) {
            byte[] request = HttpRequest.get(people.host(Population.BIG), "/api/v1/satisfaction-reports/" + month + form.getValue()).header("Accept-Language", "zh-CN").bearer(token).bytes();
            require(200, line.ask(request));
            double seconds = seconds(() -> require(200, line.ask(request)));
            double control = seconds(() -> database.value("select count(*) from complaint c join tenant t on t.id = c.tenant_id where t.key = '" + Population.BIG + "' and c.ended_at >= '" + month + "-01' and c.ended_at < '" + month.plusMonths(1) + "-01' group by c.outcome"));
            add("report.month-" + form.getKey() + ".seconds", seconds, "s", control, Aim.atMost(5), "the month before this one, asked for again, of one complaint for ten tickets; the control is one sum over the complaints by JDBC");
        }
    }

    /** The median of some times. */
    private static double seconds(Callable<?> work) throws Exception {
        var all = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.call();
            all.add((System.nanoTime() - begin) / SECOND);
        }
        return Statistics.median(all);
    }

    /** A figure at this size; ids without a size are those of the largest, and what it grew is told beside it. Aims are meant for 1 M tickets. */
    private void add(String id, double value, String unit, Double control, Aim aim, String conditions) {
        List<Integer> sizes = options.sizes();
        boolean largest = size == sizes.get(sizes.size() - 1);
        String all = Options.name(size) + " tickets with a clock running for each; " + conditions + "; " + machine;
        out.printf(Locale.ROOT, "  %-32s %12.3f %-4s control %s%n", id, value, unit, control);
        results.add(id + (largest ? "" : "-" + Options.name(size)), value, unit, control, aim, largest && size >= Figures.FULL_SIZE, all);
        if (small.putIfAbsent(id, value) != null && largest) {
            results.add(id + ".growth", value, unit, small.get(id), null, false, "at " + Options.name(size) + " tickets; the control is that at " + Options.name(sizes.get(0)) + "; " + machine);
        }
    }

    private JsonNode post(String target, Map<String, ?> body) throws IOException {
        return JSON.readTree(require(201, line.ask(HttpRequest.post(people.host(Population.BIG), target, JSON.writeValueAsString(body)).bearer(token).bytes())).body());
    }

    private static HttpLine.Answer require(int status, HttpLine.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.head() + "\n" + answer.text());
        }
        return answer;
    }

    private static void await(String what, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
