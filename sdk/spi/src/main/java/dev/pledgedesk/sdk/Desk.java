package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Tickets of the tenant, to read. Handles come with what a plugin is called with; they are good for this plugin and this tenant only, and any other is
 * answered like one of a ticket that is not there. Texts and values of personal fields are there if the manifest asks for the data class
 * {@code ticket-text}, and the tenant's administrator has switched the plugin on knowing that.
 *
 * @since 1.0
 */
@ProvidedByPlatform
public interface Desk {

    /**
     * A ticket as it is now.
     *
     * @param handle of the ticket
     * @return empty if there is none
     */
    Optional<TicketSnapshot> ticket(String handle);

    /**
     * What was said on a ticket, the newest first.
     *
     * @param handle of the ticket
     * @param most   from 1 to 100
     * @return empty if there is none, or if the manifest does not ask for {@code ticket-text}
     */
    List<MessageSnapshot> messages(String handle, int most);
}
