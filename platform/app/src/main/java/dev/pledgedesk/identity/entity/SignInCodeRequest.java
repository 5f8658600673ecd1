package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody asked for a sign-in code at an address, which may be anybody's or nobody's. */
@Entity
@Table(name = "sign_in_code_request")
public class SignInCodeRequest extends TenantOwned {

    @Column(name = "email_index")
    private byte[] emailIndex;

    /** For JPA. */
    protected SignInCodeRequest() {
    }

    public SignInCodeRequest(UUID id, byte[] emailIndex) {
        super(id);
        this.emailIndex = emailIndex.clone();
    }

    /** Blind index of the address. */
    public byte[] emailIndex() {
        return emailIndex.clone();
    }
}
