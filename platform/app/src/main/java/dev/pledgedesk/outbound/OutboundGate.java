package dev.pledgedesk.outbound;

import dev.pledgedesk.outbound.control.AddressRules;
import dev.pledgedesk.outbound.control.HttpCalls;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls other people's servers over HTTP. Only public addresses are called, and only by https, unless the operator allows more; the address is checked
 * when it is connected to, so that a name cannot change its meaning between check and use. Redirects are not followed, proxies of the environment not
 * used, time and size are bounded. Never to be called inside a transaction.
 */
@ApplicationScoped
public class OutboundGate {

    /** The longest a call can take after the name was looked up. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * What may be called besides public addresses by https: host names, addresses and ranges, separated by commas. An entry that begins with
     * {@code http://} may also be called without encryption.
     */
    @Inject
    @ConfigProperty(name = "pledgedesk.outbound.allow", defaultValue = "none")
    String allow;

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    @Resource
    private ManagedScheduledExecutorService timer;

    private HttpCalls calls;

    @PostConstruct
    void open() {
        String demo = "demo".equals(profile) ? "http://127.0.0.0/8, http://[::1]" : "none";
        calls = new HttpCalls(AddressRules.read(allow, demo), timer, LIMIT, null);
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
