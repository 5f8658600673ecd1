package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Problem;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** A tenant-owned row that several people may change: each change raises its version. */
@MappedSuperclass
public abstract class Versioned extends TenantOwned {

    @Version
    private long version;

    /** For JPA. */
    protected Versioned() {
    }

    protected Versioned(UUID id) {
        super(id);
    }

    public long version() {
        return version;
    }

    /** Refuses with 412 unless the caller read the version that is stored; null means that the caller does not mind. */
    public void requireVersion(Long expected) {
        if (expected != null && expected != version) {
            throw Problem.stale();
        }
    }
}
