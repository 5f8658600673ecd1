package dev.pledgedesk.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Asks a server on this machine whether it serves. A plain socket: the JDK's client does not let a program choose the Host header. */
final class Readiness {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Readiness() {
    }

    /** Asks again and again until the answer is 200 or a minute is over; returns the last status, 0 without answer. */
    static int await(Settings settings) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        int status = get(settings, "/health/ready");
        while (status != 200 && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            status = get(settings, "/health/ready");
        }
        return status;
    }

    /** The HTTP status of a page on the operator's host, 0 without answer. */
    static int get(Settings settings, String path) {
        try (var socket = new Socket()) {
            InetAddress address = InetAddress.getByName(settings.httpAddress());
            socket.connect(new InetSocketAddress(address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, settings.httpPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + settings.operatorHost() + ":" + settings.httpPort()
                + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = reader.readLine();
            String[] words = line == null ? new String[0] : line.split(" ");
            return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
