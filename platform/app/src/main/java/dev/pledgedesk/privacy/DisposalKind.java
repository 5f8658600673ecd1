package dev.pledgedesk.privacy;

import dev.pledgedesk.tenancy.PrivacySection.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Implemented by whoever keeps records whose time can be over: finds them, and removes them when they have been marked for long enough. */
public interface DisposalKind {

    /**
     * Some of the records that were looked at.
     *
     * @param over whose time is over and that nothing keeps
     * @param last the last one that was looked at, for the next look; null if there are no more
     */
    record Look(List<UUID> over, UUID last) {
    }

    /** Such as {@code mail}. */
    String key();

    /** For how many days such records are kept after their time has begun to count; null for ever. */
    Integer days(Retention rules);

    /**
     * Looks at some records in the order of their ids, from the one after {@code after} on, for those whose time has begun to count before then and that nothing keeps.
     *
     * @param marked whether those that are marked ({@code DisposalMark} of this kind) are looked at, too
     */
    Look look(UUID after, Instant before, boolean marked, int atMost);

    /** Those of marked records that are still over and kept by nothing; keeps whoever would file something new for them waiting until the transaction ends. */
    Set<UUID> stillOver(Collection<UUID> ids, Instant before);

    /** Removes a record. */
    void dispose(UUID id);

    /** How many are removed in one transaction; few where much hangs on one. */
    default int batch() {
        return 500;
    }
}
