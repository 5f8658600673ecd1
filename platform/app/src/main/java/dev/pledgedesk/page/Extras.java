package dev.pledgedesk.page;

import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel.Note;
import dev.pledgedesk.ticket.TicketExtras;
import java.util.List;
import java.util.Locale;

/**
 * What plugins show beside a ticket.
 *
 * @param path    of the ticket's page
 * @param saidBy  {@code plugin/use} of the panel whose button was pressed, null if none was
 * @param said    what the plugin says to that, null if nothing
 * @param problem why it was not done, null if it was
 */
public record Extras(Locale reader, String path, List<TicketExtras.Entitlements> entitlements, List<TicketExtras.Shown> panels, String saidBy, Note said, String problem) {

    /** A text in the reader's language. */
    public String in(Text text) {
        return text.in(reader);
    }
}
