package dev.pledgedesk.outbound.control;

import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundFailure.Reason;
import dev.pledgedesk.outbound.OutboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The calls themselves. The client asks the resolver below for addresses and connects to exactly what it gives, so that an address which was not
 * allowed is never connected to, whatever the name meant a moment ago; the certificate is still held against the name.
 */
public final class HttpCalls implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofSeconds(2);
    private static final TimeValue KEEP = TimeValue.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_PER_HOST = 16;

    /** No address of the host may be called. */
    private static final class AddressRefused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host + " has no address that may be called");
        }
    }

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;
    private final ScheduledExecutorService timer;
    private final Duration limit;

    /**
     * @param timer  ends calls that take too long
     * @param limit  the longest a call can take
     * @param tls    whose certificates are trusted; null for those of the JVM
     */
    public HttpCalls(AddressRules rules, ScheduledExecutorService timer, Duration limit, SSLContext tls) {
        this.timer = timer;
        this.limit = limit;
        this.encrypted = client(rules::encrypted, tls);
        this.plain = client(rules::plain, tls);
    }

    private CloseableHttpClient client(BiPredicate<String, InetAddress> rule, SSLContext tls) {
        Timeout answer = Timeout.of(limit);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked(rule))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls == null ? SSLContexts.createDefault() : tls))
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(answer).setTimeToLive(KEEP).build())
                .setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_PER_HOST).build();
        return HttpClients.custom().setConnectionManager(connections)
                // Said outright, so that no proxy of the machine can ever come between.
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(WAIT_FOR_CONNECTION).setResponseTimeout(answer)
                        .setRedirectsEnabled(false).setProtocolUpgradeEnabled(false).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching().disableContentCompression()
                .setUserAgent("PledgeDesk").build();
    }

    private static SystemDefaultDnsResolver checked(BiPredicate<String, InetAddress> rule) {
        return new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] good = Arrays.stream(super.resolve(host)).filter(address -> rule.test(host, address)).toArray(InetAddress[]::new);
                if (good.length == 0) {
                    throw new AddressRefused(host);
                }
                return good;
            }
        };
    }

    /** Makes a call. */
    public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
        URI address = request.address();
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || address.getRawUserInfo() != null || !secure && !"http".equalsIgnoreCase(address.getScheme())) {
            throw new OutboundFailure(Reason.NOT_ALLOWED, address + " is no address of https", null);
        }
        HttpUriRequestBase call = new HttpUriRequestBase(request.method(), address);
        request.headers().forEach(call::setHeader);
        if (request.body() != null) {
            var type = call.getFirstHeader(HttpHeaders.CONTENT_TYPE);
            call.setEntity(new ByteArrayEntity(request.body(), type == null ? null : ContentType.parse(type.getValue())));
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = timer.schedule(() -> {
            late.set(true);
            call.cancel();
        }, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return (secure ? encrypted : plain).execute(call, answer -> read(answer, request.mostBytes(), call));
        } catch (OutboundFailure tooLarge) {
            throw tooLarge;
        } catch (AddressRefused refused) {
            throw new OutboundFailure(Reason.NOT_ALLOWED, refused.getMessage(), refused);
        } catch (InterruptedIOException slow) {
            throw new OutboundFailure(Reason.TOO_SLOW, address.getHost() + " does not answer in time", slow);
        } catch (IOException broken) {
            throw late.get() ? new OutboundFailure(Reason.TOO_SLOW, address.getHost() + " does not answer in time", broken)
                    : new OutboundFailure(Reason.UNREACHABLE, address.getHost() + " cannot be reached: " + broken.getMessage(), broken);
        } finally {
            end.cancel(false);
        }
    }

    private static OutboundAnswer read(ClassicHttpResponse answer, int most, HttpUriRequestBase call) throws IOException {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        HttpEntity entity = answer.getEntity();
        byte[] body = entity == null ? new byte[0] : bytes(entity.getContent(), most);
        if (body == null) {
            // Else the client would read on to the end, to use the connection again.
            call.abort();
            throw new OutboundFailure(Reason.TOO_LARGE, "the answer has more than " + most + " bytes", null);
        }
        return new OutboundAnswer(answer.getCode(), type == null ? null : type.getValue(), body);
    }

    /** The whole stream, null if it is too long. */
    private static byte[] bytes(InputStream in, int most) throws IOException {
        byte[] read = in.readNBytes(most);
        return read.length == most && in.read() >= 0 ? null : read;
    }

    @Override
    public void close() {
        encrypted.close(CloseMode.IMMEDIATE);
        plain.close(CloseMode.IMMEDIATE);
    }
}
