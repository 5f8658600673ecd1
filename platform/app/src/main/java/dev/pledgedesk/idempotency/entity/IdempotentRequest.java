package dev.pledgedesk.idempotency.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A request that carried a key, with the answer it got for good. Stored by a native insert that tells who came first. */
@Entity
@Table(name = "idempotent_request")
public class IdempotentRequest extends TenantOwned {

    private String caller;
    private String key;
    @Column(name = "request_hash")
    private byte[] requestHash;
    private int status;
    private String location;
    private String etag;
    private Sealed answer;
    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected IdempotentRequest() {
    }

    /** A request with its answer; location and etag may be null. */
    public IdempotentRequest(UUID id, String caller, String key, byte[] requestHash, int status, String location, String etag, Sealed answer, Instant now) {
        super(id);
        this.caller = caller;
        this.key = key;
        this.requestHash = requestHash.clone();
        this.status = status;
        this.location = location;
        this.etag = etag;
        this.answer = answer;
        this.createdAt = now;
    }

    public boolean isSame(byte[] hash) {
        return Arrays.equals(hash, requestHash);
    }

    public String caller() {
        return caller;
    }

    public String key() {
        return key;
    }

    public byte[] requestHash() {
        return requestHash.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int status() {
        return status;
    }

    public String location() {
        return location;
    }

    public String etag() {
        return etag;
    }

    public Sealed answer() {
        return answer;
    }
}
