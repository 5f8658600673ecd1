package dev.pledgedesk.quality;

import java.util.UUID;

/** Implemented by rooms whose records can give rise to a corrective action. */
public interface ActionSource {

    /** Whether the tenant of the request has such a record. */
    boolean has(UUID id);
}
