package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.AccessLink;
import dev.pledgedesk.identity.entity.AccessLinks;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes ticket links; only their hash is kept. */
@ApplicationScoped
public class AccessLinkMaker {

    @Inject
    AccessLinks links;

    @Inject
    DeskClock clock;

    /** The token to put into the link. */
    public String make(UUID customerId, UUID ticketId) {
        String token = Secrets.token();
        links.add(new AccessLink(Ids.next(), customerId, ticketId, Secrets.hash(token), clock.now()));
        return token;
    }
}
