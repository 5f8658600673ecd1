package dev.pledgedesk.eventing;

import java.util.List;

/** The types of events that one room tells; implemented by each that tells any, so that what can be asked for is known. */
public interface EventTypes {

    /** Stable names such as {@code ticket.created}. */
    List<String> types();
}
