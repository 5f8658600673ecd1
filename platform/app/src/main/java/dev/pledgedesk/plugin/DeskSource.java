package dev.pledgedesk.plugin;

import dev.pledgedesk.sdk.MessageSnapshot;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where plugins read what is on the desk; implemented by the room that keeps tickets. Called inside the tenant, outside of transactions. */
public interface DeskSource {

    /** A ticket as a plugin sees it. */
    Optional<TicketSnapshot> ticket(UUID id, Visible visible);

    /** What was said on it, the newest first. */
    List<MessageSnapshot> messages(UUID id, int most);
}
