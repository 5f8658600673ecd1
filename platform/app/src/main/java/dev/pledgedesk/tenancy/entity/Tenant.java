package dev.pledgedesk.tenancy.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantInfo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
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
    @Column(name = "suspended_at")
    private Instant suspendedAt;
    @Column(name = "packed_at")
    private Instant packedAt;
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

    /** One that comes from another platform, suspended until the operator has looked at it. */
    public static Tenant arriving(UUID id, String key, Instant createdAt, int configVersion, Instant now) {
        Tenant tenant = new Tenant(id, key, createdAt);
        tenant.configVersion = configVersion;
        tenant.suspend(now);
        tenant.pack(now);
        return tenant;
    }

    /** From now on this configuration runs. */
    public void run(int configVersion) {
        this.configVersion = configVersion;
    }

    /** Stops service; the data stays. */
    public void suspend(Instant now) {
        requireOpen();
        if (!isSuspended()) {
            suspendedAt = now;
        }
        state = SUSPENDED;
    }

    /** Serves again. */
    public void resume() {
        requireOpen();
        state = ACTIVE;
        suspendedAt = null;
        packedAt = null;
    }

    /** It is being written out for another platform, or has just come from one: until it is resumed no background work is done for it either. */
    public void pack(Instant now) {
        packedAt = now;
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

    /** Whether it has been suspended for that long. */
    public boolean isSuspendedFor(Duration atLeast, Instant now) {
        return isSuspended() && !suspendedAt.plus(atLeast).isAfter(now);
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
