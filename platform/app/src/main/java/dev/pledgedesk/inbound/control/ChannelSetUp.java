package dev.pledgedesk.inbound.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.tenancy.ConfigApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Channels are asked from when a configuration switches them on until one switches them off. */
@ApplicationScoped
public class ChannelSetUp implements DueWorker {

    /** Kind of due work: to see which channels are switched on. */
    static final String KIND = "inbound-set-up";
    /** There is one such piece of work for a tenant. */
    static final UUID ONE = new UUID(0, 1);

    @Inject
    Extensions extensions;

    @Inject
    ChannelTransactions transactions;

    @Inject
    DueWork dueWork;

    void applied(@Observes ConfigApplied event) {
        dueWork.now(KIND, ONE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        transactions.setUp(extensions.refs(ExtensionPoint.INBOUND_CHANNEL).stream().map(ExtensionRef::key).toList(), extensions::isConfigured);
    }
}
