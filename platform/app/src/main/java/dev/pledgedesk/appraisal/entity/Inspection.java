package dev.pledgedesk.appraisal.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A ticket of somebody is looked at by the points of a form. */
@Entity
@Table(name = "inspection")
public class Inspection extends Versioned {

    @Column(name = "sample_id")
    private UUID sampleId;
    private String form;
    @Column(name = "config_version")
    private int configVersion;
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Column(name = "staff_id")
    private UUID staffId;
    @Column(name = "first_id")
    private UUID firstId;
    @Column(name = "inspector_id")
    private UUID inspectorId;
    @Convert(converter = JsonColumn.class)
    private JsonNode marks;
    private BigDecimal score;
    private boolean failed;
    private Sealed words;
    private Instant at;

    /** For JPA. */
    protected Inspection() {
    }

    public Inspection(UUID id, UUID sampleId, String form, int configVersion, UUID ticketId, UUID staffId, UUID firstId) {
        super(id);
        this.sampleId = sampleId;
        this.form = form;
        this.configVersion = configVersion;
        this.ticketId = ticketId;
        this.staffId = staffId;
        this.firstId = firstId;
    }

    /** Somebody has looked. */
    public void done(UUID inspector, JsonNode points, BigDecimal percent, boolean critical, Sealed said, Instant now) {
        if (at != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.inspected-already");
        }
        inspectorId = inspector;
        marks = points;
        score = percent;
        failed = critical;
        words = said;
        at = now;
    }

    /** Null for one that was not drawn. */
    public UUID sampleId() {
        return sampleId;
    }

    public String form() {
        return form;
    }

    public int configVersion() {
        return configVersion;
    }

    public UUID ticketId() {
        return ticketId;
    }

    /** Whose work it is. */
    public UUID staffId() {
        return staffId;
    }

    /** The inspection that this one is held against; null for a first one. */
    public UUID firstId() {
        return firstId;
    }

    /** Null until somebody has done it. */
    public UUID inspectorId() {
        return inspectorId;
    }

    /** Points by item; null until it is done. */
    public JsonNode marks() {
        return marks;
    }

    /** Per cent; null until it is done. */
    public BigDecimal score() {
        return score;
    }

    /** Whether something critical was not done. */
    public boolean failed() {
        return failed;
    }

    public Sealed words() {
        return words;
    }

    /** Null until it is done. */
    public Instant at() {
        return at;
    }
}
