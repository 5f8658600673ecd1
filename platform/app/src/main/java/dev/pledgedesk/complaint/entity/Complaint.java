package dev.pledgedesk.complaint.entity;

import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.Fault;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A complaint: where it is, and what was chosen in its form. Its words stand in its entries. Once archived it is not changed any more. */
@Entity
@Table(name = "complaint")
public class Complaint extends Versioned {

    private String number;
    @Column(name = "customer_id")
    private UUID customerId;
    @Column(name = "ticket_id")
    private UUID ticketId;
    private String regime;
    @Column(name = "config_version")
    private int configVersion;
    private String channel;
    private String stage;
    @Column(name = "stage_since")
    private Instant stageSince;
    private int round;
    private int level;
    @Column(name = "owner_id")
    private UUID ownerId;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "filed_at")
    private Instant filedAt;
    @Column(name = "filed_by")
    private String filedBy;
    private String severity;
    private boolean complex;
    @Column(name = "at_fault")
    private String fault;
    @Column(name = "occurred_at")
    private Instant occurredAt;
    private String cause;
    private int reminders;
    @Column(name = "exception_by")
    private String exceptionBy;
    private String outcome;
    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected Complaint() {
    }

    /**
     * A complaint at the first stage of its regime.
     *
     * @param ownerId    who looks after it, null for whoever has the role
     * @param receivedAt when the customer has complained, not after now
     */
    public Complaint(UUID id, String number, UUID customerId, UUID ticketId, Regime regime, int configVersion, String channel, UUID ownerId, Instant receivedAt, String actor, Instant now) {
        super(id);
        this.number = number;
        this.customerId = customerId;
        this.ticketId = ticketId;
        this.regime = regime.key();
        this.configVersion = configVersion;
        this.channel = channel;
        this.stage = regime.stages().get(0).key();
        this.stageSince = now;
        this.round = 1;
        this.ownerId = ownerId;
        this.receivedAt = receivedAt;
        this.filedAt = now;
        this.filedBy = actor;
    }

    /** Refuses what would change an archived one. */
    public void requireOpen() {
        if (outcome != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.archived");
        }
    }

    /** Goes to a stage that follows; not to the end, which only satisfaction or an exception reaches. */
    public void move(Regime by, String to, Instant now) {
        requireOpen();
        Stage next = by.stage(to).orElse(null);
        if (next == null || next.kind() == StageKind.ARCHIVED || !by.stage(stage).orElseThrow().next().contains(to)) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.no-such-move");
        }
        reach(to, now);
    }

    /** The customer was asked and says that he is satisfied. */
    public void satisfied(Regime by, Instant now) {
        requireAsking(by);
        end(by, ComplaintOutcome.SATISFIED, now);
    }

    /** He was asked and is not: it goes round again, one level up as long as there is one, and is whoever's has a role there. */
    public void notSatisfied(Regime by, Instant now) {
        requireAsking(by);
        round++;
        level = Math.min(level + 1, by.levels().size());
        ownerId = null;
        reach(by.again(), now);
    }

    /** He was reminded once more. */
    public void reminded() {
        reminders++;
    }

    /** He has been silent in spite of all reminders. */
    public void unconfirmed(Regime by, Instant now) {
        requireAsking(by);
        end(by, ComplaintOutcome.UNCONFIRMED, now);
    }

    /** Somebody wants it closed without the customer's satisfaction. */
    public void askException(String actor) {
        requireOpen();
        if (exceptionBy != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.exception-asked");
        }
        exceptionBy = actor;
    }

    /** Somebody else decides that. */
    public void decideException(Regime by, boolean granted, String actor, Instant now) {
        requireOpen();
        if (exceptionBy == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.no-exception");
        }
        if (exceptionBy.equals(actor)) {
            throw Problem.of(Problem.Kind.DENIED, "complaint.own-exception");
        }
        exceptionBy = null;
        if (granted) {
            end(by, ComplaintOutcome.EXCEPTION, now);
        }
    }

    /** Its customer is being forgotten. */
    public void forgotten(Regime by, Instant now) {
        requireOpen();
        end(by, ComplaintOutcome.FORGOTTEN, now);
    }

    private void requireAsking(Regime by) {
        requireOpen();
        if (by.stage(stage).orElseThrow().kind() != StageKind.ASKING) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.not-asked");
        }
    }

    private void reach(String next, Instant now) {
        stage = next;
        stageSince = now;
        reminders = 0;
    }

    private void end(Regime by, ComplaintOutcome how, Instant now) {
        reach(by.archive().key(), now);
        outcome = how.key();
        endedAt = now;
        exceptionBy = null;
    }

    /** Its customer is spoken with in another ticket. */
    public void spokenIn(UUID ticket) {
        requireOpen();
        ticketId = ticket;
    }

    /** Somebody looks after it; null for whoever has the role. */
    public void giveTo(UUID owner) {
        requireOpen();
        ownerId = owner;
    }

    /** How bad it is. */
    public void severity(String key) {
        requireOpen();
        severity = key;
    }

    /** Whether it is complex, which may give it other limits. */
    public void complex(boolean is) {
        requireOpen();
        complex = is;
    }

    /** Whose fault it was. */
    public void fault(Fault found) {
        requireOpen();
        fault = found.key();
    }

    /** When it happened. */
    public void occurredAt(Instant when) {
        requireOpen();
        occurredAt = when;
    }

    /** Why it came about. */
    public void cause(String key) {
        requireOpen();
        cause = key;
    }

    public String number() {
        return number;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public String regime() {
        return regime;
    }

    public int configVersion() {
        return configVersion;
    }

    public String channel() {
        return channel;
    }

    public String stage() {
        return stage;
    }

    public Instant stageSince() {
        return stageSince;
    }

    /** From 1. */
    public int round() {
        return round;
    }

    /** How many levels up it is; 0 for none. */
    public int level() {
        return level;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public String filedBy() {
        return filedBy;
    }

    public String severity() {
        return severity;
    }

    public boolean isComplex() {
        return complex;
    }

    public Fault fault() {
        return Fault.of(fault);
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String cause() {
        return cause;
    }

    /** How often the customer was reminded since he was asked. */
    public int reminders() {
        return reminders;
    }

    /** Who wants it closed without satisfaction; null if nobody does. */
    public String exceptionBy() {
        return exceptionBy;
    }

    /** Null as long as it is open. */
    public ComplaintOutcome outcome() {
        return ComplaintOutcome.of(outcome);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
