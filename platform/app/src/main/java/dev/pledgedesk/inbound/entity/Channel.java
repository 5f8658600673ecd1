package dev.pledgedesk.inbound.entity;

import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A channel that brings messages in: how far it was read, and whose turn it is to read it. */
@Entity
@Table(name = "inbound_channel")
public class Channel extends Versioned {

    private String channel;
    private String cursor;
    @Column(name = "looked_at")
    private Instant lookedAt;
    @Column(name = "failing_since")
    private Instant failingSince;
    private String failure;
    @Column(name = "told_at")
    private Instant toldAt;
    @Column(name = "taken_till")
    private Instant takenTill;

    /** For JPA. */
    protected Channel() {
    }

    public Channel(UUID id, String channel) {
        super(id);
        this.channel = channel;
        this.cursor = "";
    }

    /** Takes the turn; false if it is somebody else's until later. */
    public boolean take(Instant till, Instant now) {
        if (takenTill != null && takenTill.isAfter(now)) {
            return false;
        }
        takenTill = till;
        return true;
    }

    /** Whether the turn that ends then is still the one. */
    public boolean isTakenTill(Instant till) {
        return till.equals(takenTill);
    }

    /** It was read up to here. */
    public void read(String upTo, Instant now) {
        cursor = upTo;
        lookedAt = now;
        failingSince = null;
        failure = null;
        toldAt = null;
        takenTill = null;
    }

    /** It is not asked any more. */
    public void ended() {
        takenTill = null;
    }

    /**
     * It could not be read.
     *
     * @param why null if only that it still rests
     * @return whether it has failed for so long by now that people should know, and do not yet
     */
    public boolean failed(String why, Duration tolerable, Instant now) {
        failingSince = failingSince == null ? now : failingSince;
        failure = why == null ? failure : why;
        takenTill = null;
        boolean tell = toldAt == null && !failingSince.plus(tolerable).isAfter(now);
        toldAt = tell ? now : toldAt;
        return tell;
    }

    /** Plugin/use. */
    public String channel() {
        return channel;
    }

    public String cursor() {
        return cursor;
    }

    /** Null if never. */
    public Instant lookedAt() {
        return lookedAt;
    }

    /** Null if it does not fail. */
    public Instant failingSince() {
        return failingSince;
    }

    public String failure() {
        return failure;
    }
}
