package dev.pledgedesk.appraisal.entity;

import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A draw of tickets to be inspected. */
@Entity
@Table(name = "inspection_sample")
public class InspectionSample extends TenantOwned {

    private String sampling;
    @Column(name = "from_at")
    private Instant fromAt;
    @Column(name = "until_at")
    private Instant untilAt;
    private long seed;
    private int population;
    private int drawn;
    @Column(name = "drawn_by")
    private String drawnBy;
    @Column(name = "drawn_at")
    private Instant drawnAt;

    /** For JPA. */
    protected InspectionSample() {
    }

    public InspectionSample(UUID id, String sampling, Instant fromAt, Instant untilAt, long seed, int population, int drawn, String drawnBy, Instant drawnAt) {
        super(id);
        this.sampling = sampling;
        this.fromAt = fromAt;
        this.untilAt = untilAt;
        this.seed = seed;
        this.population = population;
        this.drawn = drawn;
        this.drawnBy = drawnBy;
        this.drawnAt = drawnAt;
    }

    public String sampling() {
        return sampling;
    }

    public Instant fromAt() {
        return fromAt;
    }

    public Instant untilAt() {
        return untilAt;
    }

    /** By which it can be drawn again. */
    public long seed() {
        return seed;
    }

    /** How many there were to draw from. */
    public int population() {
        return population;
    }

    public int drawn() {
        return drawn;
    }

    public String drawnBy() {
        return drawnBy;
    }

    public Instant drawnAt() {
        return drawnAt;
    }
}
