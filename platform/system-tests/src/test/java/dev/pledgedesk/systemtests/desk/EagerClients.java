package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients that are at a server's port before the server is, keep the connection over which they got a first answer, and ask over it again when the server is ready. */
public final class EagerClients implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String ANSWERED = "HTTP/1.1 200";

    private final int port;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<Future<String>> outcomes;
    private volatile boolean stopping;

    /**
     * Starts asking.
     *
     * @param port where on loopback the server will be
     */
    public EagerClients(int port) {
        this.port = port;
        outcomes = new ArrayList<>(IntStream.range(0, CLIENTS).mapToObj(i -> threads.submit(this::ask)).toList());
    }

    /** What came of one client: null if it was answered twice over one connection. */
    private String ask() throws InterruptedException {
        while (!stopping) {
            // No client library: those ask again over another connection without a word.
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                // Nobody is promised an answer before the server is ready.
                if (isAnswered(socket)) {
                    ready.await();
                    return isAnswered(socket) ? null : "the connection was closed";
                }
            } catch (IOException notYet) {
                if (ready.getCount() == 0) {
                    return notYet.toString();
                }
            }
        }
        return "never connected";
    }

    /** Asks, and reads until an answer has begun; false if the connection ends before. */
    private boolean isAnswered(Socket socket) throws IOException {
        socket.getOutputStream().write(("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder seen = new StringBuilder();
        byte[] bytes = new byte[4096];
        while (seen.indexOf(ANSWERED) < 0) {
            int read = in.read(bytes);
            if (read < 0) {
                return false;
            }
            seen.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    /**
     * Tells them that the server is ready, and waits until all have asked again.
     *
     * @return what went wrong over connections that stood, each time with the reason
     */
    public List<String> cutOff() throws Exception {
        ready.countDown();
        List<String> wrong = new ArrayList<>();
        for (Future<String> one : outcomes) {
            if (one.get() != null) {
                wrong.add(one.get());
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        stopping = true;
        ready.countDown();
        threads.shutdown();
    }
}
