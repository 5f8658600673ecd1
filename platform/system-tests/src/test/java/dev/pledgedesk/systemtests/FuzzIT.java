package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.systemtests.desk.Contract;
import dev.pledgedesk.systemtests.desk.Contract.Operation;
import dev.pledgedesk.systemtests.desk.Garbage;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import dev.pledgedesk.systemtests.desk.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty thousand requests that no well-meaning client would send: each gets an answer soon, and none of them finds a fault of ours. */
class FuzzIT {

    private static final long SEED = 20_261_122;
    private static final int REQUESTS = 20_000;
    private static final int CLIENTS = 10;
    /** What would sign the caller out or take his account away in the middle of it. */
    private static final Set<String> LEFT_ALONE = Set.of("revokeToken", "endOtherSessions", "changeOwnPassword");
    private static final int SHOWN = 500;

    @Test
    void nothingIsAnsweredByAFaultOrNotAtAll() throws Exception {
        List<Operation> operations = Contract.get().operations().stream().filter(o -> !LEFT_ALONE.contains(o.id())).toList();
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        Map<Integer, Integer> byStatus = new TreeMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Map<Integer, Integer>>> shares = IntStream.range(0, CLIENTS)
                    .<Callable<Map<Integer, Integer>>>mapToObj(n -> () -> share(SEED + n, operations, faults)).toList();
            for (Future<Map<Integer, Integer>> share : clients.invokeAll(shares)) {
                share.get().forEach((status, count) -> byStatus.merge(status, count, Integer::sum));
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("Answers by status (0: closed without a word): " + byStatus);
        assertThat(faults).as("seed %d, answers %s", SEED, byStatus).isEmpty();
        assertThat(byStatus.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
        assertThat(byStatus.getOrDefault(400, 0)).as("requests that came through to the operations: %s", byStatus).isGreaterThan(REQUESTS / 10);
    }

    /** Before the application is asked: addresses that are no text, TRACE, and a change of protocol that is none. */
    @ParameterizedTest
    @CsvSource({"GET /api/v1/tickets/%zz, X-A: b, 404", "GET /api/v1/tickets/%00, X-A: b, 404", "GET /api/v1/%, X-A: b, 404", "POST /api/v1/extensions/%2e%2e/%2e%2e/release, X-A: b, 404", "TRACE /api/v1/tickets, X-A: b, 405",
        "GET /api/v1/tickets, Upgrade: TLS/1.2, 400", "POST /api/v1/tokens, Upgrade: websocket, 400"})
    void whatTheServerWouldRefuseByItselfIsAProblemToo(String request, String header, int status) throws IOException {
        for (Vendor vendor : List.of(Vendor.art(), Vendor.appliance())) {
            try (Wire wire = new Wire(Server.common().address())) {
                String body = request.startsWith("POST") ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n";
                Wire.Reply reply = wire.send((request + " HTTP/1.1\r\nHost: " + vendor.guest().host() + "\r\n" + header + "\r\nAccept-Language: zh-CN\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(reply.status()).isEqualTo(status);
                assertThat(reply.header("content-type")).startsWith("application/problem+json");
                assertThat(reply.body()).contains("\"status\":" + status).containsPattern("\"title\":\"[一-龥]");
            }
        }
    }

    /** Else what one caller sends as a body is the beginning of the next one's request behind the same proxy. */
    @ParameterizedTest
    @CsvSource({"POST,Transfer-Encoding: identity;Content-Length: 2", "POST,Transfer-Encoding: gzip;Content-Length: 2", "POST,'Content-Length: 2;Transfer-Encoding: gzip, chunked'",
        "POST,Content-Length: 2;Transfer-Encoding: chunked", "TRACE,Content-Length: 2", "TRACE,Transfer-Encoding: chunked"})
    void aBodyWithoutAClearEndIsRefusedAndEndsTheConnection(String method, String framing) throws IOException {
        try (Wire wire = new Wire(Server.common().address())) {
            Wire.Reply reply = wire.send((method + " /api/v1/tokens HTTP/1.1\r\nHost: " + Vendor.art().guest().host() + "\r\nContent-Type: application/json\r\n" + framing.replace(";", "\r\n") + "\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
            assertThat(reply.status()).as("%s", reply).isEqualTo(400);
            assertThat(reply.header("connection")).as("%s", reply).isEqualTo("close");
            if (method.equals("TRACE")) {
                assertThat(reply.header("content-type")).startsWith("application/problem+json");
            }
        }
    }

    private static Map<Integer, Integer> share(long seed, List<Operation> operations, ConcurrentLinkedQueue<String> faults) throws IOException {
        // One in ten is the operator; ids are never those of a tenant that is there.
        Visitor visitor = seed == SEED ? Server.common().operator() : Vendor.art().newStaff(Vendor.EVERYTHING).visitor();
        Garbage garbage = new Garbage(seed, operations, visitor.host(), visitor.token());
        Map<Integer, Integer> byStatus = new TreeMap<>();
        try (Wire wire = new Wire(Server.common().address())) {
            for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                byte[] request = garbage.next();
                try {
                    Wire.Reply reply = wire.send(request);
                    byStatus.merge(reply == null ? 0 : reply.status(), 1, Integer::sum);
                    String fault = fault(request, reply);
                    if (fault != null) {
                        faults.add(fault + " <- " + shown(request));
                    }
                } catch (IOException silent) {
                    wire.close();
                    byStatus.merge(-1, 1, Integer::sum);
                    faults.add(silent + " <- " + shown(request));
                }
            }
        }
        return byStatus;
    }

    /** What is wrong with an answer, null if nothing is. */
    private static String fault(byte[] request, Wire.Reply reply) {
        if (reply == null) {
            return null;
        }
        // What never becomes a request (no HTTP, a GET with a body, an address above the root) the server refuses by its status alone.
        if (reply.body().isEmpty() && reply.header("content-type").isEmpty() && List.of(400, 417, 505).contains(reply.status())) {
            return null;
        }
        if (reply.status() >= 500) {
            return reply.status() + " " + reply.body();
        }
        boolean head = new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
        if (reply.status() >= 400 && !head && !reply.header("content-type").startsWith("application/problem+json")) {
            return reply.status() + " as " + reply.header("content-type") + " " + reply.body();
        }
        return reply.body().contains("Exception") || reply.body().contains("org.glassfish") || reply.header("x-injected").equals("1") ? "tells too much: " + reply : null;
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.UTF_8).replaceAll("Bearer ey[^\\s]+", "Bearer ...");
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "... (" + request.length + " bytes)" : text;
    }
}
