package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How often something was tried in the window that runs; of what, only a keyed hash tells, which is the id. Written by {@link SignInTriesRows} alone. */
@Entity
@Table(name = "sign_in_tries")
public class SignInTries extends TenantOwned {

    private int tries;
    private int most;
    @Column(name = "ends_at")
    private Instant endsAt;
    private String subject;
    private boolean told;

    /** For JPA. */
    protected SignInTries() {
    }

    /** Whether the window still runs. */
    public boolean isLive(Instant now) {
        return now.isBefore(endsAt);
    }

    /** Whether as many tries were made as are allowed. */
    public boolean isUsedUp() {
        return tries >= most;
    }

    /** Whether the journal has to be told that the account is blocked; true once. */
    public boolean tellOnce() {
        boolean now = subject != null && isUsedUp() && !told;
        told = told || now;
        return now;
    }

    public int tries() {
        return tries;
    }

    /** When the window ends. */
    public Instant endsAt() {
        return endsAt;
    }

    /** Whose account it is, such as {@code staff/<id>}; null where nobody has it, and for sources. */
    public String subject() {
        return subject;
    }
}
