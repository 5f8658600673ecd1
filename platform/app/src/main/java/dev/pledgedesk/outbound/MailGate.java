package dev.pledgedesk.outbound;

import dev.pledgedesk.outbound.control.AllowedAddresses;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdkmail.MailWire;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/** Speaks to other people's mail servers, under the same rules as {@link OutboundGate}: public addresses, encrypted, in bounded time, unless the operator allows more. Never inside a transaction. */
@ApplicationScoped
public class MailGate implements Mail {

    /** The longest a conversation may take. */
    private static final Duration LIMIT = Duration.ofSeconds(18);

    @Inject
    AllowedAddresses allowed;

    @Resource
    private ManagedScheduledExecutorService timer;

    private Mail wire;

    @PostConstruct
    void open() {
        wire = new MailWire(allowed.rules(), timer, LIMIT);
    }

    @Override
    public void send(Account account, Letter letter) throws IOException {
        wire.send(account, letter);
    }

    @Override
    public Look look(Account account, String folder, String cursor, int most) throws IOException {
        return wire.look(account, folder, cursor, most);
    }

    @Override
    public void check(Account account) throws IOException {
        wire.check(account);
    }
}
