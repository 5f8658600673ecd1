package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A program of the tenant's that calls the API with a secret of its own. */
@Entity
@Table(name = "api_client")
public class ApiClientRecord extends Versioned {

    private String name;
    @Column(name = "secret_hash")
    private String secretHash;
    @Convert(converter = StringListColumn.class)
    private List<String> roles;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "removed_at")
    private Instant removedAt;

    /** For JPA. */
    protected ApiClientRecord() {
    }

    public ApiClientRecord(UUID id, String name, String secretHash, List<String> roles, Instant now) {
        super(id);
        this.name = name;
        this.secretHash = secretHash;
        this.roles = List.copyOf(roles);
        this.createdAt = now;
    }

    /** Can never sign in again. */
    public void remove(Instant now) {
        removedAt = now;
    }

    public boolean isActive() {
        return removedAt == null;
    }

    public String name() {
        return name;
    }

    public String secretHash() {
        return secretHash;
    }

    public List<String> roles() {
        return roles;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
