package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.systemtests.desk.Contract.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes requests with something wrong in them out of the operations of the contract; the same seed gives the same requests. */
public final class Garbage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of("", " ", "null", "0", "-1", "1e999", "9".repeat(40), "a".repeat(5_000), "\u0000", "\uD800", "\u202E\u200B",
            "İstanbul", "中文".repeat(300), "' or 1=1 --", "\"; drop table ticket; --", "{{7*7}}", "${jndi:ldap://localhost/x}", "../../../etc/passwd", "<script>",
            "2026-02-30T25:61:61Z", "00000000-0000-0000-0000-000000000000", "not-a-uuid", "%", "%%%", "\\", "\r\nX-Injected: 1", "👩‍👩‍👧‍👦", "true", "[]", "{}");

    private static final List<String> IN_PATH = List.of("0", "-1", "not-a-uuid", "..", "%2e%2e", "%00", "%", "%zz", "%c0%af", "a".repeat(3_000), "%E4%B8%AD", ";x=1", "*", "'",
            "00000000-0000-0000-0000-000000000000", "+", "%2F%2F", "null");

    private static final List<String> QUERIES = List.of("page[size]=0", "page[size]=-1", "page[size]=101", "page[size]=x", "page%5Bsize%5D=99999999999", "page[after]=x", "page[after]=%00",
            "page[after]=" + "z".repeat(4_000), "q=%27%3A%26%7C%21", "q=" + "%E5%8F%91".repeat(400), "q=%EF%BF%BE", "q=(((", "q=a%00b", "q=%22%22%22", "status=%", "statusCategory=nonsense",
            "statusCategory=open&statusCategory=open", "sort=nonsense", "sort=-createdAt&sort=createdAt", "assigneeId=me%20", "requesterId=1", "unknown=1", "&&&&=", "=", "subjectId=x",
            "contact=%40", "contact=" + "1".repeat(2_000), "fileName=..%2F..%2Fx", "fileName=", "fileName=" + "n".repeat(3_000), "externalId=%F0%9F%98%80", "page[size]=1&page[size]=2");

    private static final List<String> BODIES = List.of("", "null", "true", "42", "\"text\"", "[]", "{}", "{", "}", "[[[", "{\"a\":}", "{\"a\":1,}", "{'a':1}", "{\"a\":1}{\"a\":2}", "{\"a\":1,\"a\":2}",
            "[".repeat(3_000), "{\"a\":".repeat(3_000), "\uFEFF{}", "{\"subject\":\"\\ud800\"}", "{\"subject\":\"\\u0000\"}", "{\"__proto__\":{}}", "NaN", "1e400", "{\"x\":" + "9".repeat(2_000) + "}",
            "a=b&c=d", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>", "x".repeat(70_000));

    private static final List<String> HEADERS = List.of("If-Match: *", "If-Match: \"abc\"", "If-Match: 99999999999999999999", "If-Match: ", "If-Match: W/\"\"", "If-Match: \"1\", \"2\"", "Idempotency-Key: x",
            "Idempotency-Key: " + "k".repeat(200), "Idempotency-Key: \u0001\u0002\u0003\u0004\u0005\u0006\u0007\b", "Accept: text/html", "Accept: */*;q=banana", "Accept: ,,,", "Accept-Language: zz-!!",
            "Accept-Language: *;q=x", "Accept-Language: " + "zh,".repeat(500), "Accept-Charset: utf-99", "Content-Encoding: gzip", "Transfer-Encoding: identity", "Expect: nonsense", "Range: bytes=5-1",
            "X-Forwarded-For: ', ::::, 999.1.1.1", "X-Forwarded-Host: evil.example", "X-HTTP-Method-Override: DELETE", "Cookie: a=\"; b", "Cookie: pledgedesk-session=" + "x".repeat(3_000), "Origin: null",
            "Forwarded: for=\"_x", "X-Request-Id: \"><script>", "Upgrade: h2c", "Upgrade: websocket", "If-None-Match: \"", "If-Modified-Since: yesterday");

    private static final List<String> TYPES = List.of("application/json", "application/json;charset=utf-16", "application/json; charset=nonsense", "text/plain", "application/xml", "multipart/form-data",
            "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "nonsense", "/", "application/octet-stream", "application/problem+json", "*/*");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X".repeat(300));

    private static final List<String> BEARERS = List.of("Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic Og==", "Digest x", "Bearer " + "A".repeat(6_000), "bearer\t\t", "🔑");

    private final Random random;
    private final List<Operation> operations;
    private final String host;
    private final String token;
    /** An address of its own, so that what it uses up by its tries is nobody else's. */
    private final String source = Visitor.newSource();

    /**
     * A source of requests.
     *
     * @param operations what is called
     * @param host       host and port of the tenant
     * @param token      a good token, so that more than the door is tried
     */
    public Garbage(long seed, List<Operation> operations, String host, String token) {
        this.random = new Random(seed);
        this.operations = operations;
        this.host = host;
        this.token = token;
    }

    /** The next request, every byte of it. */
    public byte[] next() {
        if (random.nextInt(40) == 0) {
            return brokenHttp();
        }
        Operation operation = one(operations);
        String path = operation.path();
        for (String id : operation.pathIds()) {
            String value = random.nextInt(3) == 0 ? UUID.randomUUID().toString() : one(IN_PATH);
            path = path.replace("{" + id + "}", value);
        }
        StringBuilder head = new StringBuilder();
        head.append(random.nextInt(15) == 0 ? one(METHODS) : operation.method()).append(' ').append(Contract.ROOT).append(path);
        if (random.nextInt(2) == 0) {
            head.append('?').append(one(QUERIES)).append(random.nextInt(4) == 0 ? "&" + one(QUERIES) : "");
        }
        head.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\nX-Forwarded-For: ").append(source).append("\r\n");
        if (random.nextInt(8) > 0) {
            head.append("Authorization: ").append(random.nextInt(10) == 0 ? one(BEARERS) : "Bearer " + token).append("\r\n");
        }
        if (random.nextInt(3) > 0 && operation.headers().contains("If-Match")) {
            head.append("If-Match: \"").append(random.nextInt(3)).append("\"\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        byte[] body = body(operation);
        if (body.length > 0 || operation.example() != null) {
            head.append("Content-Type: ").append(random.nextInt(6) == 0 ? one(TYPES) : operation.bytes() != null ? operation.bytes() : "application/json").append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return joined(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), body);
    }

    private byte[] body(Operation operation) {
        if (operation.bytes() != null) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            return bytes;
        }
        if (operation.example() == null) {
            return random.nextInt(4) == 0 ? one(BODIES).getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        if (random.nextInt(3) == 0) {
            byte[] bytes = one(BODIES).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 4 && random.nextInt(4) == 0) {
                // No UTF-8 any more.
                bytes[random.nextInt(bytes.length)] = (byte) 0xfe;
            }
            return bytes;
        }
        JsonNode tree = JSON.valueToTree(operation.example());
        for (int i = random.nextInt(3); i >= 0; i--) {
            tree = spoiled(tree, 0);
        }
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException lone) {
            return "{\"subject\":\"\\ud800\"}".getBytes(StandardCharsets.UTF_8);
        }
    }

    private JsonNode spoiled(JsonNode node, int depth) {
        if (node instanceof ObjectNode object && object.size() > 0 && random.nextInt(5) > 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = one(names);
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(one(TEXTS), object.get(name));
                default -> object.set(name, spoiled(object.get(name), depth + 1));
            }
            return object;
        }
        if (node instanceof ArrayNode array && random.nextInt(2) == 0) {
            for (int i = random.nextInt(300); i > 0 && !array.isEmpty(); i--) {
                array.add(array.get(0));
            }
            return array;
        }
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 3 -> JSON.createArrayNode().add(node);
            case 4 -> JSON.createObjectNode().set("x", node);
            case 5 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> JSON.getNodeFactory().textNode(one(TEXTS));
        };
    }

    /** What is not even HTTP, or only almost. */
    private byte[] brokenHttp() {
        String address = Contract.ROOT + "/tickets";
        String text = switch (random.nextInt(12)) {
            case 0 -> "GET " + address + " HTTP/1.0\r\n\r\n";
            case 1 -> "GET  HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            case 2 -> "GET " + address + " HTTP/9.9\r\nHost: " + host + "\r\n\r\n";
            case 3 -> "GET " + address + " HTTP/1.1\r\n\r\n";
            case 4 -> "GET " + address + " HTTP/1.1\r\nHost: nobody.example\r\n\r\n";
            case 5 -> "GET " + address + " HTTP/1.1\r\nHost: [::::\r\n\r\n";
            case 6 -> "GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n";
            case 7 -> "GET " + address + "/" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            case 8 -> "POST " + address + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n";
            case 9 -> "POST " + address + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n";
            case 10 -> "POST " + address + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n";
            default -> "\u0016\u0003\u0001\u0002\u0000\u0001 GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        };
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + body.length);
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }
}
