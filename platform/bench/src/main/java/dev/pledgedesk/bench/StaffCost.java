package dev.pledgedesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.DeskPeople;
import dev.pledgedesk.bench.data.Form;
import dev.pledgedesk.bench.data.Month;
import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskKeys;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Client;
import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.HttpRequest;
import dev.pledgedesk.bench.report.Aim;
import dev.pledgedesk.bench.report.Results;
import dev.pledgedesk.bench.report.Statistics;
import dev.pledgedesk.bench.work.Assigning;
import dev.pledgedesk.bench.work.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What training, roster and appraisal cost: the check of passes at each assignment, a roster for many people, and a month of theirs appraised. Wall times: each is something that somebody waits for. */
final class StaffCost {

    private static final String CHECKED = "checked";
    private static final String FREE = "free";
    private static final String ROSTERED = "rostered";
    private static final int ON_THE_ROSTER = 60;
    private static final int DAYS = 31;
    private static final int APPRAISED = 500;
    private static final int SOLVED = 200_000;
    private static final int TIMES = 3;
    private static final double HALF = 0.5;
    private static final double NANOS_PER_MICRO = 1000;
    private static final double SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> BASE = Map.of("organisation.yaml", "people.yaml");
    private static final Map<String, String> TRAINED = Map.of("organisation.yaml", "people.yaml", "training.yaml", "training.yaml", "roster.yaml", "roster.yaml");
    private static final Map<String, String> APPRAISING = Map.of("organisation.yaml", "people.yaml", "appraisal.yaml", "appraisal.yaml", "roster.yaml", "roster.yaml");

    private final Options options;
    private final PrintStream out;
    private final Results results;
    private final String machine;

    private String operator;
    private DeskDatabase database;
    private HttpLine line;

    StaffCost(Options options, PrintStream out, Results results, String machine) {
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
            operator = server.operatorToken();
            checks();
            roster();
            appraisal(home);
        }
    }

    /** One client gives tickets from one agent to the other: at a desk where they need a pass and have it, and at one where they need none. */
    private void checks() throws Exception {
        var trained = new DeskPeople(options.port, operator, TRAINED);
        var free = new DeskPeople(options.port, operator, BASE);
        try (Client with = assigning(trained, CHECKED, true).client(0); Client without = assigning(free, FREE, false).client(0)) {
            int pairs = options.requests * options.rounds;
            long[] more = new long[pairs];
            long[] less = new long[pairs];
            for (int i = -options.requests; i < pairs; i++) {
                // One after the other, so that whatever the machine does meets both; and in turns, because who comes second finds it as the first has left it.
                boolean first = i % 2 == 0;
                long one = nanos(first ? with : without);
                long other = nanos(first ? without : with);
                if (i >= 0) {
                    more[i] = first ? one : other;
                    less[i] = first ? other : one;
                }
            }
            Arrays.sort(more);
            Arrays.sort(less);
            add("training.duty-check.p50", Statistics.percentile(more, HALF) / NANOS_PER_MICRO, "us", Statistics.percentile(less, HALF) / NANOS_PER_MICRO, Aim.ratioAtMost(1.02),
                "an assignment over REST by one client, median of %d after %d, in turns with the control; the agent needs a pass and has it; the control is the same where none is needed".formatted(pairs, options.requests));
        }
    }

    private static long nanos(Client client) throws Exception {
        long begin = System.nanoTime();
        client.once();
        return System.nanoTime() - begin;
    }

    private Assigning assigning(DeskPeople people, String key, boolean passes) throws IOException {
        people.tenant(key);
        List<UUID> agents = people.staff(key, 2);
        if (passes) {
            certify(people, key, agents);
        }
        return new Assigning(key, new Site(options.port, people.host(key), List.of(people.token(key, 0)), 0), agents);
    }

    private void certify(DeskPeople people, String key, List<UUID> agents) throws IOException {
        people.hire(key, 0, "trainer");
        String trainer = people.token(key, 0, "trainer");
        for (UUID agent : agents) {
            post(201, people.host(key), trainer, "/api/v1/certificates", Map.of("staffId", agent, "qualification", "desk-work", "issuer", "Bench", "document", "B-1"));
        }
    }

    /** A roster for many people over a month, from nothing. */
    private void roster() throws Exception {
        var people = new DeskPeople(options.port, operator, TRAINED);
        people.tenant(ROSTERED);
        certify(people, ROSTERED, people.staff(ROSTERED, ON_THE_ROSTER));
        people.hire(ROSTERED, 0, "head");
        String head = people.token(ROSTERED, 0, "head");
        String host = people.host(ROSTERED);
        List<Double> seconds = new ArrayList<>();
        JsonNode done = null;
        for (int i = 0; i < TIMES; i++) {
            LocalDate first = LocalDate.now(ZONE).plusDays(1L + i * (DAYS + 8L));
            long begin = System.nanoTime();
            String id = post(202, host, head, "/api/v1/roster-proposals", Map.of("from", first.toString(), "days", DAYS)).path("id").asText();
            Instant end = Instant.now().plus(PATIENCE);
            do {
                Thread.sleep(100);
                done = JSON.readTree(require(200, line.ask(HttpRequest.get(host, "/api/v1/roster-proposals/" + id).bearer(head).bytes())).body());
            } while (List.of("waiting", "running").contains(done.path("state").asText()) && Instant.now().isBefore(end));
            seconds.add((System.nanoTime() - begin) / SECOND);
            if (!done.path("state").asText().equals("done") || done.path("brokenRules").asInt(-1) != 0 || !done.path("unmetCover").isEmpty()) {
                throw new IOException("no legal and full roster: " + done.path("state") + ", broken rules " + done.path("brokenRules") + ", unmet " + done.path("unmetCover").size());
            }
        }
        add("roster.solve.seconds", Statistics.median(seconds), "s", null, Aim.atMost(30),
            "%d people over %d days, %d places, from the call to the proposal, median of %d; every one legal and full".formatted(ON_THE_ROSTER, DAYS, done.path("proposal").size(), TIMES));
    }

    /** Everybody's month, counted from all that he did. */
    private void appraisal(Path home) throws Exception {
        var people = new DeskPeople(options.port, operator, APPRAISING);
        var population = new Population(people, database, new DeskKeys(home, database), Form.SEALED);
        population.settle(0);
        people.staff(Population.BIG, APPRAISED);
        people.hire(Population.BIG, 0, "head");
        population.grow(SOLVED);
        var month = new Month(database);
        month.worked();
        String head = people.token(Population.BIG, 0, "head");
        String host = people.host(Population.BIG);
        LocalDate today = LocalDate.now(ZONE);
        post(201, host, head, "/api/v1/inspection-samples", Map.of("sampling", "monthly", "from", today.withDayOfMonth(1).atStartOfDay(ZONE).toInstant().toString(), "until", Instant.now().toString()));
        month.inspected();
        List<Double> seconds = new ArrayList<>();
        List<Double> control = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            int counted = post(200, host, head, "/api/v1/appraisals", Map.of("scheme", "agents", "day", today.toString())).path("counted").asInt();
            seconds.add((System.nanoTime() - begin) / SECOND);
            if (counted != APPRAISED) {
                throw new IOException("appraised " + counted);
            }
            begin = System.nanoTime();
            database.value("select count(*) from (select solved_by, count(*) from ticket where solved_at >= date_trunc('month', now()) group by solved_by) t");
            control.add((System.nanoTime() - begin) / SECOND);
        }
        add("appraisal.count.seconds", Statistics.median(seconds), "s", Statistics.median(control), Aim.atMost(10),
            "%d people with %d tickets solved, as many promises and four inspections each, by six sources; median of %d, the first begins them, the others count anew; the control is one sum over the tickets by JDBC"
                .formatted(APPRAISED, SOLVED, TIMES));
    }

    private void add(String id, double value, String unit, Double control, Aim aim, String conditions) {
        out.printf(Locale.ROOT, "  %-32s %12.3f %-4s control %s%n", id, value, unit, control);
        results.add(id, value, unit, control, aim, true, conditions + "; " + machine);
    }

    private JsonNode post(int status, String host, String token, String target, Map<String, ?> body) throws IOException {
        return JSON.readTree(require(status, line.ask(HttpRequest.post(host, target, JSON.writeValueAsString(body)).header("Idempotency-Key", UUID.randomUUID().toString()).bearer(token).bytes())).body());
    }

    private static HttpLine.Answer require(int status, HttpLine.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("status " + answer.status() + " instead of " + status + ": " + answer.text());
        }
        return answer;
    }
}
