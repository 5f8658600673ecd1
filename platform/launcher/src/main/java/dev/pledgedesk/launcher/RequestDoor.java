package dev.pledgedesk.launcher;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/**
 * The first to see a request that is HTTP. What the server would answer by itself, without a body or with a success that is none, is changed into what
 * the application refuses in its own words and in the caller's language:
 * <ul>
 * <li>an address that cannot be decoded becomes one at which there is nothing (the server would say 200 and nothing else),</li>
 * <li>TRACE becomes a method that nobody has,</li>
 * <li>a wish to change over to another protocol that the server does not grant is refused here and the connection closed: the server would wait for what
 * has come already, until its patience ends, and mistake what comes next,</li>
 * <li>so is TRACE with a body: the server expects none and would take its bytes for the beginning of the next request.</li>
 * </ul>
 */
final class RequestDoor extends BaseFilter {

    private static final Logger LOG = Logger.getLogger(RequestDoor.class.getName());
    private static final String NOWHERE = "undecodable";
    private static final String API = "/api/v1/";
    private static final Method NONE = Method.valueOf("NONE");
    private static final String PROBLEM_TYPE = "application/problem+json;charset=UTF-8";
    private static final String PROBLEM = "{\"type\":\"urn:pledgedesk:problem:invalid\",\"title\":\"%s\",\"status\":400,\"detail\":\"%s\",\"code\":\"invalid\",\"requestId\":\"%s\"}";

    /** Why a request does not even come to the application. */
    private enum Refusal {
        PROTOCOL("This server changes over to HTTP/2 only, and only with its settings.", "本服务器只支持升级到 HTTP/2，且须附带 HTTP2-Settings 请求头。"),
        TRACE_WITH_BODY("TRACE has no body.", "TRACE 请求不得带正文。");

        private final String english;
        private final String chinese;

        Refusal(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        private String problem(String language, String id) {
            return language != null && language.startsWith("zh") ? PROBLEM.formatted("请求内容有误", chinese, id) : PROBLEM.formatted("The request is not valid", english, id);
        }
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content && content.getHttpHeader() instanceof HttpRequestPacket request) {
            String address = request.getRequestURIRef().getOriginalRequestURIBC().toString(StandardCharsets.ISO_8859_1);
            if (address.indexOf('%') >= 0 && !isDecodable(address)) {
                request.setRequestURI(address.startsWith(API) ? API + NOWHERE : "/" + NOWHERE);
            }
            // A wish that was granted is none any more when it comes here.
            if (request.isUpgrade()) {
                return refuse(context, request, Refusal.PROTOCOL);
            }
            if (Method.TRACE.equals(request.getMethod())) {
                if (request.isChunked() || request.getContentLength() > 0) {
                    return refuse(context, request, Refusal.TRACE_WITH_BODY);
                }
                request.setMethod(NONE);
            }
        }
        return context.getInvokeAction();
    }

    @SuppressWarnings("rawtypes")
    private static NextAction refuse(FilterChainContext context, HttpRequestPacket request, Refusal why) {
        String language = request.getHeader("Accept-Language");
        String id = UUID.randomUUID().toString();
        byte[] body = why.problem(language, id).getBytes(StandardCharsets.UTF_8);
        LOG.log(Level.INFO, "request {0} was refused before the application: {1}", new Object[] {id, why});
        HttpResponsePacket response = request.getResponse();
        HttpStatus.BAD_REQUEST_400.setValues(response);
        if (request.isUpgrade()) {
            // Straight into the headers: of an answer to such a wish the server drops what is set as its type.
            response.getHeaders().addValue("Content-Type").setString(PROBLEM_TYPE);
        } else {
            response.setContentType(PROBLEM_TYPE);
        }
        response.setContentLength(body.length);
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        context.write(response.httpContentBuilder().content(Buffers.wrap(context.getMemoryManager(), body)).last(true).build(), new EmptyCompletionHandler<WriteResult>() {
            @Override
            public void completed(WriteResult written) {
                context.getConnection().closeSilently();
            }
        });
        return context.getStopAction();
    }

    /** Whether every percent sign begins a byte and all bytes together are UTF-8 without control characters. */
    static boolean isDecodable(String address) {
        ByteBuffer bytes = ByteBuffer.allocate(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            int high = i + 2 < address.length() ? Character.digit(address.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(address.charAt(i + 2), 16);
            if (low < 0 || high * 16 + low < ' ') {
                return false;
            }
            bytes.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(bytes.flip());
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
