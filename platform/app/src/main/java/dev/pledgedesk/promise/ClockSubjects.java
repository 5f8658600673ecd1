package dev.pledgedesk.promise;

import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.TenantConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A kind of records that clocks run for. Implemented by the room that keeps them; for rooms below this one, here. */
public interface ClockSubjects {

    /** The kind, as clocks and notices name it, such as {@code ticket}. */
    String type();

    /** One of the tenant of the request. */
    ClockSubject get(UUID id);

    /** Several of them, in no order. */
    default List<ClockSubject> all(Collection<UUID> ids) {
        return ids.stream().map(this::get).toList();
    }

    /** Whose a record is now, for whom it counts how its promises are kept; null for nobody's. */
    default UUID answerable(UUID id) {
        return null;
    }

    /** What is promised for records of the kind under a key, by a version of the configuration. */
    Optional<Policy> policy(TenantConfig config, String key);
}
