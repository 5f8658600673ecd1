package dev.pledgedesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HttpLineTest {

    private static final byte[] REQUEST = HttpRequest.get("a.localhost", "/x").bytes();

    @Test
    void readsBodiesOfEveryKindAndOpensAnewWhenItWasClosed() throws Exception {
        List<String> answers = List.of("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n热水",
            "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nETag: \"7\"\r\nConnection: close\r\n\r\nno",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var line = new HttpLine(server.getLocalPort())) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<Integer> connections = thread.submit(() -> serve(server, answers));

            assertThat(line.ask(REQUEST).text()).isEqualTo("热水");
            HttpLine.Answer missing = line.ask(REQUEST);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.header("etag")).isEqualTo("\"7\"");
            assertThat(missing.header("absent")).isNull();
            assertThat(line.ask(REQUEST).text()).isEqualTo("Wikipedia ");
            assertThat(line.ask(REQUEST).status()).isEqualTo(204);
            assertThat(connections.get()).as("connections").isEqualTo(2);
            thread.shutdown();
        }
    }

    private static int serve(ServerSocket server, List<String> answers) throws IOException {
        int connections = 0;
        Socket socket = null;
        for (String answer : answers) {
            if (socket == null) {
                socket = server.accept();
                connections++;
            }
            readRequest(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            if (answer.contains("Connection: close")) {
                socket.close();
                socket = null;
            }
        }
        return connections;
    }

    private static void readRequest(Socket socket) throws IOException {
        for (int i = 0; i < REQUEST.length; i++) {
            if (socket.getInputStream().read() != REQUEST[i]) {
                throw new IOException("another request at " + i);
            }
        }
    }

    @Test
    void aRequestHasItsLengthInBytes() {
        String text = new String(HttpRequest.post("a.localhost:1", "/y", "{\"a\":\"水\"}").bearer("t").bytes(), StandardCharsets.UTF_8);

        assertThat(text).isEqualTo("POST /y HTTP/1.1\r\nHost: a.localhost:1\r\nContent-Type: application/json\r\nContent-Length: 11\r\nAuthorization: Bearer t\r\n\r\n{\"a\":\"水\"}");
    }
}
