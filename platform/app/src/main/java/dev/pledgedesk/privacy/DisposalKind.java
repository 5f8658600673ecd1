package dev.pledgedesk.privacy;

import dev.pledgedesk.tenancy.PrivacySection.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Implemented by whoever keeps records whose time can be over: finds them, and removes them when they have been marked for long enough. */
public interface DisposalKind {

    /** Such as {@code mail}. */
    String key();

    /** For how many days such records are kept after their time has begun to count; null for ever. */
    Integer days(Retention rules);

    /** Some records whose time has begun to count before that, that nothing keeps, and that are not marked yet ({@code DisposalMark} of this kind). */
    List<UUID> over(Instant before, int atMost);

    /** Those of marked records of which that is still true. */
    Set<UUID> stillOver(Collection<UUID> ids, Instant before);

    /** How many there are whose time has begun to count before that and that nothing keeps, marked or not. */
    long count(Instant before);

    /** Removes a record. */
    void dispose(UUID id);
}
