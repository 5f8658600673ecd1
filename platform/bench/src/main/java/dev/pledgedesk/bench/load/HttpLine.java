package dev.pledgedesk.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection to a server on loopback that is opened again whenever the server has closed it. Requests are bytes that were put together before,
 * and of an answer only what is needed is looked at: the two processors belong to the server.
 */
public final class HttpLine implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 120_000;

    /**
     * An answer.
     *
     * @param status its status
     * @param head   status line and headers
     * @param body   UTF-8
     */
    public record Answer(int status, String head, byte[] body) {

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The value of a header, null if there is none. */
        public String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return null;
        }
    }

    private final int port;
    private Socket socket;
    private InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    /** A connection to a port of this machine; opened when it is first used. */
    public HttpLine(int port) {
        this.port = port;
    }

    /** Sends a request and reads the whole answer. */
    public Answer ask(byte[] request) throws IOException {
        try {
            return exchange(request);
        } catch (EOFException | SocketException closed) {
            // The server may have closed an idle connection just when the request was on its way.
            close();
            return exchange(request);
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = socket.getInputStream();
            from = 0;
            to = 0;
        }
        socket.getOutputStream().write(request);
        String head = head();
        Answer bare = new Answer(Integer.parseInt(head.substring(9, 12)), head, new byte[0]);
        String length = bare.header("Content-Length");
        byte[] body;
        if (length != null) {
            body = take(Integer.parseInt(length));
        } else if ("chunked".equalsIgnoreCase(bare.header("Transfer-Encoding"))) {
            body = chunks();
        } else {
            body = bare.body();
        }
        if ("close".equalsIgnoreCase(bare.header("Connection"))) {
            close();
        }
        return new Answer(bare.status(), head, body);
    }

    private String head() throws IOException {
        int scanned = from;
        while (true) {
            for (; scanned + 3 < to; scanned++) {
                if (buffer[scanned] == '\r' && buffer[scanned + 1] == '\n' && buffer[scanned + 2] == '\r' && buffer[scanned + 3] == '\n') {
                    String head = new String(buffer, from, scanned - from, StandardCharsets.ISO_8859_1);
                    from = scanned + 4;
                    return head;
                }
            }
            int offset = scanned - from;
            fill();
            scanned = from + offset;
        }
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        while (true) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            byte[] chunk = take(size);
            line();
            if (size == 0) {
                return body;
            }
            byte[] longer = java.util.Arrays.copyOf(body, body.length + size);
            System.arraycopy(chunk, 0, longer, body.length, size);
            body = longer;
        }
    }

    private String line() throws IOException {
        int scanned = from;
        while (true) {
            for (; scanned + 1 < to; scanned++) {
                if (buffer[scanned] == '\r' && buffer[scanned + 1] == '\n') {
                    String line = new String(buffer, from, scanned - from, StandardCharsets.ISO_8859_1);
                    from = scanned + 2;
                    return line;
                }
            }
            int offset = scanned - from;
            fill();
            scanned = from + offset;
        }
    }

    private byte[] take(int length) throws IOException {
        while (to - from < length) {
            fill();
        }
        byte[] bytes = java.util.Arrays.copyOfRange(buffer, from, from + length);
        from += length;
        return bytes;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        to += count;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
