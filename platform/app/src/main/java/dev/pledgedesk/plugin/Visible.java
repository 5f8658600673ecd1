package dev.pledgedesk.plugin;

import java.util.UUID;

/** What a plugin may see of the tenant whose instance is asked. */
public interface Visible {

    /** Whether it sees texts, and values of fields that are personal. */
    boolean texts();

    /** What it calls a ticket by: random, and good for this plugin and this tenant only. */
    String handle(UUID ticket);
}
