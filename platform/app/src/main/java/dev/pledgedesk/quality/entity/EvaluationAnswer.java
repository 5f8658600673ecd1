package dev.pledgedesk.quality.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A customer who is asked, or a team that is looked at, in an evaluation. Words of a customer are sealed under his key, those about a team under that of the evaluation. */
@Entity
@Table(name = "evaluation_answer")
public class EvaluationAnswer extends Versioned {

    @Column(name = "run_id")
    private UUID runId;
    private String part;
    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "ticket_id")
    private UUID ticketId;
    private String team;
    private String state;
    private int tries;
    @Column(name = "token_hash")
    private byte[] tokenHash;
    @Convert(converter = JsonColumn.class)
    private JsonNode marks;
    private BigDecimal score;
    private boolean failed;
    private Sealed words;
    @Column(name = "answered_by")
    private String answeredBy;
    @Column(name = "answered_at")
    private Instant answeredAt;

    /** For JPA. */
    protected EvaluationAnswer() {
    }

    private EvaluationAnswer(UUID id, UUID runId, String part, UUID customerId, UUID ticketId, String team, byte[] tokenHash) {
        super(id);
        this.runId = runId;
        this.part = part;
        this.customerId = customerId;
        this.ticketId = ticketId;
        this.team = team;
        this.tokenHash = tokenHash;
        this.state = State.OPEN.key();
    }

    /** A customer is asked about a ticket of his; with the hash of the secret in his letter, null if he is called. */
    public static EvaluationAnswer asked(UUID id, UUID runId, String part, UUID customerId, UUID ticketId, byte[] tokenHash) {
        return new EvaluationAnswer(id, runId, part, customerId, ticketId, null, tokenHash);
    }

    /** A team is looked at. */
    public static EvaluationAnswer seen(UUID id, UUID runId, String part, String team) {
        return new EvaluationAnswer(id, runId, part, null, null, team, null);
    }

    /** It is there. */
    public void answer(JsonNode given, BigDecimal percent, boolean critical, Sealed said, String actor, Instant now) {
        requireOpen();
        state = State.ANSWERED.key();
        marks = given;
        score = percent;
        failed = critical;
        words = said;
        answeredBy = actor;
        answeredAt = now;
    }

    /** He was called and not reached. */
    public void tryAgain() {
        requireOpen();
        tries++;
    }

    /** It will not come any more. */
    public void miss() {
        requireOpen();
        state = State.MISSED.key();
    }

    private void requireOpen() {
        if (state() != State.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "quality.answered-already");
        }
    }

    /** Whose key covers its words. */
    public UUID person() {
        return customerId == null ? runId : customerId;
    }

    public UUID runId() {
        return runId;
    }

    public String part() {
        return part;
    }

    /** Null for a team. */
    public UUID customerId() {
        return customerId;
    }

    /** Null for a team. */
    public UUID ticketId() {
        return ticketId;
    }

    /** Null for a customer. */
    public String team() {
        return team;
    }

    public State state() {
        return State.of(state);
    }

    public int tries() {
        return tries;
    }

    /** By item; null until it is there. */
    public JsonNode marks() {
        return marks;
    }

    /** Per cent; null until it is there. */
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

    /** Null until it is there. */
    public String answeredBy() {
        return answeredBy;
    }

    /** Null until it is there. */
    public Instant answeredAt() {
        return answeredAt;
    }
}
