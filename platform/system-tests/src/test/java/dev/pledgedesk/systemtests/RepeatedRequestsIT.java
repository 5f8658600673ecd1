package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A POST that is sent twice under one key happens once and is answered alike. */
class RepeatedRequestsIT {

    private static final String TICKETS = "/api/v1/tickets";

    private static Vendor art;
    private static Visitor desk;

    @BeforeAll
    static void open() {
        art = Vendor.art();
        desk = art.staff("agent").visitor();
    }

    private static Map<String, Object> draft(String subject) {
        return Map.of("type", "consultation", "subject", subject, "description", "d", "requester", Map.of("email", Vendor.newAddress()));
    }

    private static Answer post(Visitor caller, String key, Object body) {
        return caller.send("POST", TICKETS, body, "Idempotency-Key", key);
    }

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerEvenAfterAChange() throws ApiException {
        String key = Vendor.newKey();
        Map<String, Object> body = draft("once " + key);
        Answer first = post(desk, key, body);
        UUID id = UUID.fromString(first.json().path("id").asText());
        Ticket filed = desk.tickets().getTicket(id);
        desk.tickets().changeTicket(id, new TicketChange().status("pending"), "\"" + filed.getVersion() + "\"");
        Answer again = post(desk, key, body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(TicketQuery.search(key).ids(desk)).containsExactly(id);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() throws ApiException {
        String key = Vendor.newKey();
        assertThat(post(desk, key, draft("first")).status()).isEqualTo(201);
        Answer other = post(desk, key, draft("second " + key));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.refusal().pointers()).containsExactly("/Idempotency-Key");
        assertThat(TicketQuery.search(key).ids(desk)).isEmpty();
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = Vendor.newKey();
        assertThat(post(desk, key, Map.of("type", "no-such-type", "subject", "s", "description", "d", "requester", Map.of("email", Vendor.newAddress()))).status()).isEqualTo(422);
        assertThat(post(desk, key, draft("corrected")).status()).isEqualTo(201);
    }

    @Test
    void keysAreTheCallersOwn() {
        String key = Vendor.newKey();
        assertThat(post(desk, key, draft("mine")).status()).isEqualTo(201);
        assertThat(post(art.staff("supervisor").visitor(), key, draft("his")).status()).isEqualTo(201);
        assertThat(post(Vendor.appliance().staff("agent").visitor(), key, draft("theirs")).status()).isEqualTo(201);
    }

    @Test
    void eightAtOnceAreOne() throws Exception {
        String key = Vendor.newKey();
        Map<String, Object> body = draft("at once " + key);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> calls = IntStream.range(0, 8).<Callable<Answer>>mapToObj(i -> () -> post(desk, key, body)).toList();
            List<String> ids = new java.util.ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(201);
                ids.add(answer.get().json().path("id").asText());
            }
            assertThat(ids).hasSize(8).containsOnly(ids.get(0));
            assertThat(TicketQuery.search(key).ids(desk)).containsExactly(UUID.fromString(ids.get(0)));
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void theOperatorsRequestsAreRemembered() {
        Visitor operator = Server.common().operator();
        String key = Vendor.newKey();
        Map<String, Object> member = Map.of("login", "twice-" + key.substring(0, 8), "name", "Twice", "password", "long enough 2026", "roles", List.of("agent"));
        Answer first = operator.send("POST", "/api/v1/tenants/art-platform/staff", member, "Idempotency-Key", key);
        Answer again = operator.send("POST", "/api/v1/tenants/art-platform/staff", member, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void aBulkChangeIsAnsweredAgainAndNotDoneAgain() throws ApiException {
        Ticket filed = Drafts.filed(art, "bulk twice");
        String key = Vendor.newKey();
        Map<String, Object> body = Map.of("ticketIds", List.of(filed.getId().toString()), "change", Map.of("status", "pending"));
        Answer first = desk.send("POST", "/api/v1/ticket-changes", body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        long version = desk.tickets().getTicket(filed.getId()).getVersion();
        assertThat(desk.send("POST", "/api/v1/ticket-changes", body, "Idempotency-Key", key).json()).isEqualTo(first.json());
        assertThat(desk.tickets().getTicket(filed.getId()).getVersion()).isEqualTo(version);
    }
}
