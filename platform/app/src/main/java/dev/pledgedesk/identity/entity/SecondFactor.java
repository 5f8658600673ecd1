package dev.pledgedesk.identity.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The secret that a member of staff shares with his authenticator app, under the member's id. It holds once a first code has confirmed it. */
@Entity
@Table(name = "second_factor")
public class SecondFactor extends Versioned {

    private Sealed secret;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "last_step")
    private long lastStep;

    /** For JPA. */
    protected SecondFactor() {
    }

    public SecondFactor(UUID staffId, Sealed secret) {
        super(staffId);
        this.secret = secret;
    }

    /** Begins anew with another secret; only before it is confirmed. */
    public void restart(Sealed newSecret) {
        secret = newSecret;
        lastStep = 0;
    }

    /** The same secret in another form. */
    public void reseal(Sealed sameSecret) {
        secret = sameSecret;
    }

    /** Uses up the code of a time step; false if it, or a later one, was used before. */
    public boolean use(long step) {
        boolean fresh = step > lastStep;
        if (fresh) {
            lastStep = step;
        }
        return fresh;
    }

    /** From now on it is asked for. */
    public void confirm(Instant now) {
        confirmedAt = now;
    }

    public boolean isActive() {
        return confirmedAt != null;
    }

    public Sealed secret() {
        return secret;
    }

    /** When it was switched on, null before. */
    public Instant confirmedAt() {
        return confirmedAt;
    }
}
