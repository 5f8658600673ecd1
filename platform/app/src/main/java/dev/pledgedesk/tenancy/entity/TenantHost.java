package dev.pledgedesk.tenancy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A host name and the tenant it leads to. Belongs to the platform, because it is read to find the tenant. */
@Entity
@Table(name = "tenant_host")
public class TenantHost {

    @Id
    private String host;
    @Column(name = "tenant_id")
    private UUID tenantId;

    /** For JPA. */
    protected TenantHost() {
    }

    public TenantHost(String host, UUID tenantId) {
        this.host = host;
        this.tenantId = tenantId;
    }

    public String host() {
        return host;
    }

    public UUID tenantId() {
        return tenantId;
    }
}
