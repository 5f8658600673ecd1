package dev.pledgedesk.inbound.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** In whose name the platform does what a message asks for: that of the customer who wrote it, or its own. */
@ApplicationScoped
public class ActingFor {

    @Inject
    Caller caller;

    /** The customer's. */
    void customer(UUID id) {
        caller.identify(new Caller.Identity(CallerKind.CUSTOMER, id, Set.of(), Set.of(Permission.TICKET_READ, Permission.TICKET_REPLY), null, null));
    }

    /** The platform's, which files tickets for others. */
    void platform() {
        caller.identify(new Caller.Identity(CallerKind.SYSTEM, null, Set.of(), Set.of(Permission.TICKET_CREATE, Permission.TICKET_REPLY), null, null));
    }

    /** Does something in another name than the caller's own. */
    <T> T meanwhile(Runnable as, Supplier<T> work) {
        Caller.Identity own = caller.identity();
        try {
            as.run();
            return work.get();
        } finally {
            caller.identify(own);
        }
    }
}
