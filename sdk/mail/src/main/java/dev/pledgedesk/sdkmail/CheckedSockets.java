package dev.pledgedesk.sdkmail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;

/** Sockets of one conversation with a server: each asks whether it may before it connects, and all can be closed from outside, which ends whatever waits on them. */
final class CheckedSockets extends SocketFactory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CheckedSockets.class.getName());

    private final BiPredicate<String, InetAddress> rule;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    CheckedSockets(BiPredicate<String, InetAddress> rule) {
        this.rule = rule;
    }

    /** Whether it was closed, so that what failed since has failed of that. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket() {
            @Override
            public void connect(SocketAddress end, int patience) throws IOException {
                InetSocketAddress to = (InetSocketAddress) end;
                if (to.isUnresolved()) {
                    throw new UnknownHostException(to.getHostString() + " is not known");
                }
                if (!rule.test(to.getHostString(), to.getAddress())) {
                    throw new IOException(to.getHostString() + " has no address that may be spoken to");
                }
                super.connect(end, patience);
            }
        };
        open.add(socket);
        if (closed) {
            socket.close();
        }
        return socket;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException gone) {
                LOG.log(Level.FINE, "a socket was gone already", gone);
            }
        });
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("made first, connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
        throw new UnsupportedOperationException("made first, connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("made first, connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
        throw new UnsupportedOperationException("made first, connected later");
    }
}
