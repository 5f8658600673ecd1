package dev.pledgedesk.launcher;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server's listening socket. The server itself can only close it together with all connections, in the middle of their requests. */
final class HttpListener {

    private static final Logger LOG = Logger.getLogger(HttpListener.class.getName());

    private HttpListener() {
    }

    /** From now on new connections are refused; those that are open go on. */
    static void stopAccepting() {
        try {
            // By name: these classes are in the unpacked server.
            Class<?> service = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
            Object grizzly = Class.forName("org.glassfish.internal.api.Globals").getMethod("get", Class.class).invoke(null, service);
            Field proxies = service.getDeclaredField("proxies");
            proxies.setAccessible(true);
            for (Object proxy : (Collection<?>) proxies.get(grizzly)) {
                Object listener = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyProxy").getMethod("getUnderlyingListener").invoke(proxy);
                Object transport = Class.forName("org.glassfish.grizzly.config.GenericGrizzlyListener").getMethod("getTransport").invoke(listener);
                Class.forName("org.glassfish.grizzly.nio.transport.TCPNIOTransport").getMethod("unbindAll").invoke(transport);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "The server stops with open connections: its listener cannot be closed first.", e);
        }
    }
}
