package dev.pledgedesk.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Implemented by rooms whose open records keep a customer, and what is in his tickets, from being disposed of as no longer needed. To be forgotten at his own wish is not kept from him by it. */
public interface CustomerKeeper {

    /** Those of some customers whom something that is open keeps. */
    Set<UUID> kept(Collection<UUID> customers);
}
