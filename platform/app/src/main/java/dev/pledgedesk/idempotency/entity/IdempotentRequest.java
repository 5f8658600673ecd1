package dev.pledgedesk.idempotency.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;

/** A request with a key: running until it has an answer, which then is its answer for good. Made by a native insert that tells who came first. */
@Entity
@Table(name = "idempotent_request")
public class IdempotentRequest extends TenantOwned {

    private String caller;
    private String key;
    @Column(name = "request_hash")
    private byte[] requestHash;
    private Integer status;
    private String location;
    private String etag;
    private Sealed answer;
    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected IdempotentRequest() {
    }

    /** Has been answered. */
    public void answer(int newStatus, String newLocation, String newEtag, Sealed newAnswer) {
        status = newStatus;
        location = newLocation;
        etag = newEtag;
        answer = newAnswer;
    }

    public boolean isSame(byte[] hash) {
        return Arrays.equals(hash, requestHash);
    }

    public boolean isAnswered() {
        return status != null;
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
