package dev.pledgedesk.systemtests.desk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection over which a test can send bytes that no HTTP client would send; opened again when the server has closed it. For one thread. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    /** An answer; header names are in lower case. */
    public record Reply(int status, Map<String, String> headers, String body) {

        /** A header, empty if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final URI server;
    private Socket socket;
    private InputStream in;

    /** A connection to a server, opened by the first request. */
    public Wire(URI server) {
        this.server = server;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param request every byte of it
     * @return null if the server closed the connection without a word
     * @throws IOException also if no answer comes within 15 seconds
     */
    public Reply send(byte[] request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (EOFException | java.net.SocketException closed) {
            close();
            if (fresh) {
                return null;
            }
            // It may have been closed since the answer before: once more on a new one.
            try {
                return exchange(request);
            } catch (EOFException | java.net.SocketException again) {
                close();
                return null;
            }
        }
    }

    private Reply exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        Reply reply = read(new String(request, 0, Math.min(request.length, 5), StandardCharsets.ISO_8859_1).startsWith("HEAD "));
        if (reply.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return reply;
    }

    private Reply read(boolean head) throws IOException {
        String line = line();
        while (line.startsWith("HTTP/1.1 100")) {
            line();
            line = line();
        }
        String[] parts = line.split(" ", 3);
        if (!parts[0].startsWith("HTTP/1.") || parts.length < 2) {
            throw new IOException("no HTTP answer: " + line);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(parts[1]);
        return new Reply(status, headers, head || status == 204 || status == 304 ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            body.write(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
        } else {
            in.transferTo(body);
            close();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after \"" + line + "\"");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "already closed", gone);
        }
        socket = null;
    }
}
