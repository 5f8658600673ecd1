package dev.pledgedesk.tenancy.entity;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;

/**
 * A connection that refuses to give its metadata once it is cut. The pool asks for them before it hands a connection out, which so costs no round trip:
 * a server that ends a connection says so, and what it said lies unread in the socket. What fell silent without a word is found after the outage by a
 * real question, one for each connection.
 */
final class StandingConnection implements InvocationHandler {

    private static final Logger LOG = Logger.getLogger(StandingConnection.class.getName());
    private static final Set<String> ENDS = Set.of("close", "abort");
    private static final int ANSWER_SECONDS = 2;
    private static final AtomicInteger OUTAGES = new AtomicInteger();

    private final Connection connection;
    private final Socket socket;
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile int outagesSurvived = OUTAGES.get();

    private StandingConnection(Connection connection, Socket socket) {
        this.connection = connection;
        this.socket = socket;
        OpenConnections.opened();
    }

    /** The connection behind a guard. */
    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(StandingConnection.class.getClassLoader(), new Class<?>[] {Connection.class},
                new StandingConnection(connection, socketOf(connection)));
    }

    /** The driver shows its socket to nobody; where it cannot be had, null, only the driver's own knowledge counts. */
    private static Socket socketOf(Connection connection) {
        try {
            Field stream = QueryExecutorBase.class.getDeclaredField("pgStream");
            stream.setAccessible(true);
            return ((PGStream) stream.get(connection.unwrap(BaseConnection.class).getQueryExecutor())).getSocket();
        } catch (SQLException | ReflectiveOperationException | RuntimeException otherDriver) {
            LOG.log(Level.WARNING, "connections that were cut will only be noticed when they are used", otherDriver);
            return null;
        }
    }

    /** The server was away: no connection that is open now is trusted until it has answered again. */
    static void distrustAll() {
        OUTAGES.incrementAndGet();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getMetaData") && !stands()) {
            throw new SQLNonTransientConnectionException("the connection was cut", "08006");
        }
        if (method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        count(method.getName(), arguments);
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** The pool begins a transaction by switching the automatic commit off, and switches it on again when it gets the connection back. */
    private void count(String call, Object[] arguments) {
        boolean ends = ENDS.contains(call);
        if (call.equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
            if (used.compareAndSet(false, true)) {
                OpenConnections.began();
            }
        } else if ((ends || call.equals("setAutoCommit")) && used.compareAndSet(true, false)) {
            OpenConnections.ended();
        }
        if (ends && ended.compareAndSet(false, true)) {
            OpenConnections.closed();
        }
    }

    private boolean stands() throws SQLException {
        if (connection.isClosed() || spokeUnasked()) {
            return false;
        }
        int outages = OUTAGES.get();
        if (outages != outagesSurvived) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                return false;
            }
            outagesSurvived = outages;
        }
        return true;
    }

    private boolean spokeUnasked() {
        try {
            return socket != null && (socket.isClosed() || socket.getInputStream().available() > 0);
        } catch (IOException cut) {
            return true;
        }
    }
}
