package dev.pledgedesk.identity.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Proof that a customer was forgotten; names nobody. Never changed, never removed. */
@Entity
@Table(name = "erasure")
public class ErasureRecord extends TenantOwned {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Column(name = "customer_id")
    private UUID customerId;
    private String cause;
    @Column(name = "erased_by")
    private String erasedBy;
    @Column(name = "erased_at")
    private Instant erasedAt;
    @Convert(converter = JsonColumn.class)
    private JsonNode removed;
    private String receipt;

    /** For JPA. */
    protected ErasureRecord() {
    }

    public ErasureRecord(UUID id, UUID customerId, String cause, String erasedBy, Instant now, Map<String, Integer> removed, String receipt) {
        super(id);
        this.customerId = customerId;
        this.cause = cause;
        this.erasedBy = erasedBy;
        this.erasedAt = now;
        this.removed = JSON.valueToTree(removed);
        this.receipt = receipt;
    }

    public UUID customerId() {
        return customerId;
    }

    public String cause() {
        return cause;
    }

    public String erasedBy() {
        return erasedBy;
    }

    public Instant erasedAt() {
        return erasedAt;
    }

    /** How much of what went. */
    public Map<String, Integer> removed() {
        return JSON.convertValue(removed, new TypeReference<>() { });
    }

    /** The platform's signature over all of it. */
    public String receipt() {
        return receipt;
    }
}
