package dev.pledgedesk.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TenantOwned;
import dev.pledgedesk.training.JudgementKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What somebody was seen to do or is like. Given once, never changed; a colleague who was asked gives it later. */
@Entity
@Table(name = "assessment_judgement")
public class Judgement extends TenantOwned {

    @Column(name = "assessment_id")
    private UUID assessmentId;
    @Column(name = "staff_id")
    private UUID staffId;
    private String kind;
    @Column(name = "rater_id")
    private UUID raterId;
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Convert(converter = JsonColumn.class)
    private JsonNode marks;
    private BigDecimal score;
    private Sealed words;
    @Column(name = "asked_at")
    private Instant askedAt;
    private Instant at;

    /** For JPA. */
    protected Judgement() {
    }

    public Judgement(UUID id, UUID assessmentId, UUID staffId, String kind, UUID raterId, Instant askedAt) {
        super(id);
        this.assessmentId = assessmentId;
        this.staffId = staffId;
        this.kind = kind;
        this.raterId = raterId;
        this.askedAt = askedAt;
    }

    /** Gives it. */
    public void give(JsonNode points, BigDecimal percent, Sealed said, UUID ticket, Instant now) {
        if (at != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.judged-already");
        }
        marks = points;
        score = percent;
        words = said;
        ticketId = ticket;
        at = now;
    }

    public JudgementKind kind() {
        return JudgementKind.of(kind);
    }

    public UUID assessmentId() {
        return assessmentId;
    }

    /** Whom it is about. */
    public UUID staffId() {
        return staffId;
    }

    /** Who judges. */
    public UUID raterId() {
        return raterId;
    }

    /** The real case it was seen on; null for a made one. */
    public UUID ticketId() {
        return ticketId;
    }

    /** Points by item; null until it is given. */
    public JsonNode marks() {
        return marks;
    }

    /** Per cent; null until it is given. */
    public BigDecimal score() {
        return score;
    }

    public Sealed words() {
        return words;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until it is given. */
    public Instant at() {
        return at;
    }
}
