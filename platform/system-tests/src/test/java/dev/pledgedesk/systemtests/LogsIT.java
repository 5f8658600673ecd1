package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Postgres;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The logs tell what was done and what went wrong, line by line for machines, and nothing of what people wrote, are called or know. */
class LogsIT {

    /** In whatever this journey writes; nothing else of the machine has it. */
    private static final String CANARY = "kanarienvogel7q";

    private final Server server = Server.common();
    private final Vendor art = Vendor.art();
    private final Vendor appliance = Vendor.appliance();

    @Test
    void nothingThatPeopleWroteReachesALog() throws Exception {
        for (Vendor vendor : List.of(art, appliance)) {
            journey(vendor);
            wrongInput(vendor);
        }
        failingDatabase();
        // The journey is in the log by now: its last request is.
        Answer last = art.guest().send("GET", "/api/v1/tickets", null);
        await().atMost(Duration.ofSeconds(10)).until(() -> access().stream().anyMatch(l -> l.path("request").asText().equals(last.header("X-Request-Id"))));
        for (Path log : logs()) {
            assertThat(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT)).as(log.toString()).doesNotContain(CANARY);
        }
    }

    private void journey(Vendor vendor) throws Exception {
        String mail = CANARY + "-" + Vendor.newAddress();
        Visitor agent = vendor.newStaff(new NewStaffMember().login(CANARY + vendor.key().substring(0, 3)).name("Frau " + CANARY).password(CANARY + " password 2026")
                .roles(List.of("agent", "privacy-officer"))).visitor();
        Ticket ticket = vendor.guest().tickets().createTicket(Drafts.question("subject " + CANARY).description("text " + CANARY)
                .requester(new NewRequester().name("Name " + CANARY).email(mail).phone("+86 13" + Math.abs(mail.hashCode()) % 1_000_000_000).locale("en")), Vendor.newKey());
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("answer " + CANARY), Vendor.newKey());
        agent.send("GET", "/api/v1/tickets?q=" + CANARY, null);
        agent.send("GET", "/console?q=" + CANARY, null);
        vendor.mails().await(mail, 1);
        vendor.byLink(vendor.mails().link(mail, 1)).send("GET", "/api/v1/tickets", null);
        vendor.guest().identity().createSignInCode(new SignInCodeRequest().email(mail).locale("en"));
        vendor.guest().send("GET", "/t/" + CANARY + "-token", null);
    }

    private void wrongInput(Vendor vendor) {
        Visitor agent = vendor.staff("agent").visitor();
        Visitor guest = vendor.guest();
        guest.send("POST", "/api/v1/tokens", Map.of("grantType", "password", "name", CANARY, "password", CANARY));
        guest.send("POST", "/api/v1/tokens", Map.of("grantType", "code", "email", CANARY + "@example.com", "code", "123456"));
        guest.send("POST", "/api/v1/tokens", "{\"grantType\": \"" + CANARY);
        agent.send("POST", "/api/v1/tickets", Map.of("type", CANARY, "subject", CANARY, "description", CANARY, CANARY, CANARY), "Idempotency-Key", Vendor.newKey());
        agent.send("POST", "/api/v1/tickets", Map.of("type", Drafts.QUESTION, "subject", CANARY + "\u0000", "description", CANARY), "Idempotency-Key", Vendor.newKey());
        agent.send("GET", "/api/v1/tickets/" + CANARY, null);
        agent.send("GET", "/" + CANARY + "/" + CANARY + "?" + CANARY + "=" + CANARY, null, "Accept-Language", CANARY, "X-Request-Id", CANARY, "User-Agent", CANARY);
        guest.with(CANARY + ".a.b").send("GET", "/api/v1/tickets", null);
        guest.send("DELETE", "/" + CANARY, null);
        guest.send("GET", "/api/v1/tickets", null, "Cookie", "desk_session=" + CANARY);
    }

    /** Errors of the database quote values in their texts; these do. */
    private void failingDatabase() throws Exception {
        var postgres = new Postgres(server);
        postgres.run("create function quote_all() returns trigger language plpgsql as $$ begin raise exception 'value % of " + CANARY
                + "', new.id using errcode = 'XX000', detail = '" + CANARY + "'; end $$");
        postgres.run("create trigger quote_all before insert on ticket for each row execute function quote_all()");
        try {
            for (Vendor vendor : List.of(art, appliance)) {
                String id = breakTicket(vendor);
                JsonNode told = lines("server.").stream().filter(l -> l.path("request").asText().equals(id)).findFirst().orElseThrow();
                assertThat(told.path("level").asText()).isEqualTo("SEVERE");
                assertThat(told.path("tenant").asText()).hasSize(36);
                assertThat(told.path("thrown").toString()).contains("PSQLException", "SQLSTATE XX000");
            }
        } finally {
            postgres.run("drop trigger quote_all on ticket");
            postgres.run("drop function quote_all()");
        }
    }

    /** Past the contract, which knows no such answer. Returns the request's id. */
    private String breakTicket(Vendor vendor) throws Exception {
        var json = new ObjectMapper();
        String body = json.writeValueAsString(Map.of("type", Drafts.QUESTION, "subject", CANARY, "description", CANARY,
                "requester", Map.of("email", CANARY + "@example.com", "name", CANARY)));
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.address().resolve("/api/v1/tickets")).header("Host", vendor.guest().host())
                .header("Content-Type", "application/json").header("Idempotency-Key", Vendor.newKey()).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(CANARY);
        return json.readTree(answer.body()).path("requestId").asText();
    }

    @Test
    void eachRequestIsOneLineThatNamesItsOperation() throws Exception {
        Vendor.Account agent = art.staff("agent");
        Answer answer = agent.visitor().send("GET", "/api/v1/tickets?limit=1", null, "X-Request-Id", "given-from-outside");
        String id = answer.header("X-Request-Id");
        assertThat(id).as("an id from outside is nobody's").hasSize(36).doesNotContain("outside");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(access()).filteredOn(l -> l.path("request").asText().equals(id)).singleElement().satisfies(line -> {
            assertThat(line.path("method").asText()).isEqualTo("GET");
            assertThat(line.path("operation").asText()).isEqualTo("listTickets");
            assertThat(line.path("status").asInt()).isEqualTo(answer.status());
            assertThat(line.path("ms").asDouble()).isPositive();
            assertThat(line.path("tenant").asText()).hasSize(36);
            assertThat(line.path("caller").asText()).isEqualTo("staff/" + agent.id());
        }));
    }

    @Test
    void everyLineIsAnObject() throws IOException {
        List<JsonNode> lines = new ArrayList<>(lines("server."));
        lines.addAll(access());
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line.path("time").asText()).endsWith("Z"));
    }

    private List<JsonNode> access() throws IOException {
        return lines("access.");
    }

    private List<JsonNode> lines(String beginning) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        var json = new ObjectMapper();
        for (Path log : logs()) {
            if (log.getFileName().toString().startsWith(beginning) && log.toString().endsWith(".log")) {
                // The last line may just be being written.
                String text = Files.readString(log);
                for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                    if (!line.isEmpty()) {
                        lines.add(json.readTree(line));
                    }
                }
            }
        }
        return lines;
    }

    /** All logs: the server's, what was printed instead of logged, and the database's. */
    private List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Path folder : Arrays.asList(server.home().resolve("log"), server.home().resolve("postgres/data/log"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(logs::add);
            }
        }
        try (Stream<Path> files = Files.list(Server.output())) {
            files.filter(f -> f.getFileName().toString().matches("server-\\d+\\.log")).forEach(logs::add);
        }
        return logs;
    }
}
