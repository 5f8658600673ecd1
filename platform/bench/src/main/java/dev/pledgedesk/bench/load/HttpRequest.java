package dev.pledgedesk.bench.load;

import java.nio.charset.StandardCharsets;

/** Puts a request together. */
public final class HttpRequest {

    private final StringBuilder head;
    private byte[] body = new byte[0];

    private HttpRequest(String method, String target, String host) {
        head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    }

    /** A request that reads; the target is path and query, encoded. */
    public static HttpRequest get(String host, String target) {
        return new HttpRequest("GET", target, host);
    }

    /** A request with a JSON body. */
    public static HttpRequest post(String host, String target, String json) {
        return sending("POST", host, target, json);
    }

    /** A request that changes something, with a JSON body. */
    public static HttpRequest patch(String host, String target, String json) {
        return sending("PATCH", host, target, json);
    }

    private static HttpRequest sending(String method, String host, String target, String json) {
        var request = new HttpRequest(method, target, host).header("Content-Type", "application/json");
        request.body = json.getBytes(StandardCharsets.UTF_8);
        return request.header("Content-Length", Integer.toString(request.body.length));
    }

    /** With a header. */
    public HttpRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** With a bearer token. */
    public HttpRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** What goes over the line. */
    public byte[] bytes() {
        byte[] first = (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }
}
