package dev.pledgedesk.launcher;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** The server's listening sockets, which it shows to nobody. */
final class HttpListener {

    private static final Logger LOG = Logger.getLogger(HttpListener.class.getName());

    private HttpListener() {
    }

    /**
     * From now on each request of HTTP/1 and HTTP/2 passes the door, right after it was understood. The chain of filters is replaced, not changed: the engine
     * keeps something for each request under way and filter of a chain, by the filter's place, so that one more filter cuts off or hangs what is under way.
     */
    static void putDoor() {
        try {
            for (TCPNIOTransport transport : transports()) {
                FilterChain chain = (FilterChain) transport.getProcessor();
                // Behind the filter for HTTP/2, which hands the requests of its streams to what follows it.
                int place = IntStream.range(0, chain.size()).filter(i -> understandsHttp(chain.get(i))).max().orElse(-1);
                if (place < 0) {
                    throw new IllegalStateException("no filter understands HTTP in " + chain);
                }
                transport.setProcessor(FilterChainBuilder.stateless().addAll(chain).add(place + 1, new RequestDoor()).build());
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "What the server refuses by itself will have no body: its listener cannot be reached.", e);
        }
    }

    private static boolean understandsHttp(Filter filter) {
        return filter instanceof HttpCodecFilter || filter.getClass().getSimpleName().equals("Http2ServerFilter");
    }

    /** From now on new connections are refused; those that are open go on. The server itself could only close both together, in the middle of requests. */
    static void stopAccepting() {
        try {
            for (TCPNIOTransport transport : transports()) {
                transport.unbindAll();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "The server stops with open connections: its listener cannot be closed first.", e);
        }
    }

    private static List<TCPNIOTransport> transports() throws ReflectiveOperationException {
        // By name: these classes are in the unpacked server and published nowhere.
        Class<?> service = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Object grizzly = Class.forName("org.glassfish.internal.api.Globals").getMethod("get", Class.class).invoke(null, service);
        Field proxies = service.getDeclaredField("proxies");
        proxies.setAccessible(true);
        List<TCPNIOTransport> transports = new ArrayList<>();
        for (Object proxy : (Collection<?>) proxies.get(grizzly)) {
            Object listener = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyProxy").getMethod("getUnderlyingListener").invoke(proxy);
            transports.add((TCPNIOTransport) Class.forName("org.glassfish.grizzly.config.GenericGrizzlyListener").getMethod("getTransport").invoke(listener));
        }
        return transports;
    }
}
