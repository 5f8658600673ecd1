package dev.pledgedesk.quality.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An evaluation of a time by a standard. Its conclusion is sealed under a key of its own, whose person is its id. */
@Entity
@Table(name = "evaluation_run")
public class EvaluationRun extends Versioned {

    private static final String OPEN = "open";

    private String standard;
    @Column(name = "config_version")
    private int configVersion;
    @Column(name = "from_day")
    private LocalDate fromDay;
    @Column(name = "to_day")
    private LocalDate toDay;
    private long seed;
    private String state;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "begun_by")
    private String begunBy;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "closed_by")
    private String closedBy;
    @Column(name = "closed_at")
    private Instant closedAt;
    private Sealed words;
    @Convert(converter = JsonColumn.class)
    private JsonNode report;

    /** For JPA. */
    protected EvaluationRun() {
    }

    /** One that begins now; {@code toDay} is its last day. */
    public EvaluationRun(UUID id, String standard, int configVersion, LocalDate fromDay, LocalDate toDay, long seed, Instant dueAt, String actor, Instant now) {
        super(id);
        this.standard = standard;
        this.configVersion = configVersion;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.seed = seed;
        this.state = OPEN;
        this.dueAt = dueAt;
        this.begunBy = actor;
        this.begunAt = now;
    }

    /** It is over; refused the second time. */
    public void close(Sealed conclusion, JsonNode figures, String actor, Instant now) {
        requireOpen();
        state = "closed";
        words = conclusion;
        report = figures;
        closedBy = actor;
        closedAt = now;
    }

    /** Refuses one that is closed. */
    public void requireOpen() {
        if (!isOpen()) {
            throw Problem.of(Problem.Kind.CONFLICT, "quality.evaluation-closed");
        }
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    public String standard() {
        return standard;
    }

    public int configVersion() {
        return configVersion;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public LocalDate toDay() {
        return toDay;
    }

    public long seed() {
        return seed;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String begunBy() {
        return begunBy;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Null while it is open. */
    public String closedBy() {
        return closedBy;
    }

    /** Null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** Null while it is open. */
    public Sealed words() {
        return words;
    }

    /** As it was in the end; null while it is open. */
    public JsonNode report() {
        return report;
    }
}
