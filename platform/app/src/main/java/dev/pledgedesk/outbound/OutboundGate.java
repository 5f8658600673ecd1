package dev.pledgedesk.outbound;

import dev.pledgedesk.outbound.control.AllowedAddresses;
import dev.pledgedesk.outbound.control.HttpCalls;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Calls other people's servers over HTTP. Only public addresses are called, and only by https, unless the operator allows more; the address is checked
 * when it is connected to, so that a name cannot change its meaning between check and use. Redirects are not followed, proxies of the environment not
 * used, time and size are bounded. Never to be called inside a transaction.
 */
@ApplicationScoped
public class OutboundGate {

    /** The longest a call can take after the name was looked up. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    AllowedAddresses allowed;

    @Resource
    private ManagedScheduledExecutorService timer;

    private HttpCalls calls;

    @PostConstruct
    void open() {
        calls = new HttpCalls(allowed.rules(), timer, LIMIT, null);
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    /** Makes a call. Whatever the other side answers is an answer; a failure tells why there is none. */
    public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
        return calls.send(request);
    }
}
