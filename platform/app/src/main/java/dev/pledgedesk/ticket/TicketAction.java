package dev.pledgedesk.ticket;

import java.util.Locale;

/** Something a caller may do with a ticket. */
public enum TicketAction {
    REPLY, NOTE, ASSIGN, CHANGE_STATUS, CHANGE_PROPERTIES, CLOSE, REOPEN, TAG, WATCH, LINK, MERGE, SPLIT;

    /** As written in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
