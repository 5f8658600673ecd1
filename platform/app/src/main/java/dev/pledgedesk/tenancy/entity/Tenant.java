package dev.pledgedesk.tenancy.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantInfo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The registry's row of a tenant: created active by the first apply, suspended and resumed by the operator. Belongs to the platform. */
@Entity
@Table(name = "tenant")
public class Tenant {

    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";
    private static final String CLOSED = "closed";

    @Id
    private UUID id;
    private String key;
    private String state;
    @Column(name = "config_version")
    private Integer configVersion;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "closed_at")
    private Instant closedAt;
    private String certificate;
    @Version
    private long version;

    /** For JPA. */
    protected Tenant() {
    }

    public Tenant(UUID id, String key, Instant now) {
        this.id = id;
        this.key = key;
        this.state = ACTIVE;
        this.createdAt = now;
    }

    /** From now on this configuration runs. */
    public void run(int configVersion) {
        this.configVersion = configVersion;
    }

    /** Stops service; the data stays. */
    public void suspend() {
        requireOpen();
        state = SUSPENDED;
    }

    /** Serves again. */
    public void resume() {
        requireOpen();
        state = ACTIVE;
    }

    /** Has left, for ever. */
    public void close(Instant now, String proof) {
        state = CLOSED;
        closedAt = now;
        certificate = proof;
    }

    /** Refuses what comes after the end. */
    public void requireOpen() {
        if (closedAt != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "closure.closed");
        }
    }

    public boolean isSuspended() {
        return SUSPENDED.equals(state);
    }

    /** Refuses with 412 unless the operator read the version that is stored. */
    public void requireVersion(long expected) {
        if (expected != version) {
            throw Problem.stale();
        }
    }

    public TenantId id() {
        return new TenantId(id);
    }

    public String key() {
        return key;
    }

    public Integer configVersion() {
        return configVersion;
    }

    /** As the rest of the platform sees it. */
    public TenantInfo info(List<String> hosts) {
        return new TenantInfo(id(), key, ACTIVE.equals(state), hosts, configVersion, createdAt, version, closedAt, certificate);
    }
}
