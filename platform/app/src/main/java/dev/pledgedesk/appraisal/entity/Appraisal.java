package dev.pledgedesk.appraisal.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.appraisal.AppealState;
import dev.pledgedesk.appraisal.AppraisalState;
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
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is appraised for a time by a scheme. */
@Entity
@Table(name = "appraisal")
public class Appraisal extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String scheme;
    @Column(name = "config_version")
    private int configVersion;
    @Column(name = "from_day")
    private LocalDate fromDay;
    @Column(name = "to_day")
    private LocalDate toDay;
    private String state;
    @Convert(converter = JsonColumn.class)
    private JsonNode scores;
    private BigDecimal total;
    private String grade;
    @Column(name = "self_words")
    private Sealed selfWords;
    @Column(name = "talk_words")
    private Sealed talkWords;
    @Column(name = "talked_by")
    private UUID talkedBy;
    @Column(name = "talked_at")
    private Instant talkedAt;
    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;
    private String appeal;
    @Column(name = "appeal_words")
    private Sealed appealWords;
    @Column(name = "appeal_answer")
    private Sealed appealAnswer;
    @Column(name = "closed_at")
    private Instant closedAt;

    /** For JPA. */
    protected Appraisal() {
    }

    public Appraisal(UUID id, UUID staffId, String scheme, int configVersion, LocalDate fromDay, LocalDate toDay) {
        super(id);
        this.staffId = staffId;
        this.scheme = scheme;
        this.configVersion = configVersion;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.state = AppraisalState.OPEN.key();
    }

    /** What was counted. */
    public void count(JsonNode each, BigDecimal sum, String called) {
        requireNot(AppraisalState.CLOSED);
        scores = each;
        total = sum;
        grade = called;
    }

    /** How he sees himself. */
    public void saySelf(Sealed words) {
        require(AppraisalState.OPEN);
        selfWords = words;
    }

    /** Somebody has talked with him. */
    public void talk(Sealed words, UUID by, Instant now) {
        require(AppraisalState.OPEN);
        state = AppraisalState.TALKED.key();
        talkWords = words;
        talkedBy = by;
        talkedAt = now;
    }

    /** He has read it. */
    public void acknowledge(Instant now) {
        require(AppraisalState.TALKED);
        state = AppraisalState.ACKNOWLEDGED.key();
        acknowledgedAt = now;
    }

    /** He does not agree. */
    public void appeal(Sealed words) {
        if (state() != AppraisalState.TALKED && state() != AppraisalState.ACKNOWLEDGED || appeal != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-appeal");
        }
        appeal = AppealState.OPEN.key();
        appealWords = words;
    }

    /** What comes of it. */
    public void decide(boolean changed, Sealed answer) {
        if (appeal() != AppealState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-appeal");
        }
        appeal = (changed ? AppealState.CHANGED : AppealState.UPHELD).key();
        appealAnswer = answer;
    }

    /** Nothing of it changes any more. */
    public void close(Instant now) {
        if (state() != AppraisalState.TALKED && state() != AppraisalState.ACKNOWLEDGED || appeal() == AppealState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.not-ready");
        }
        state = AppraisalState.CLOSED.key();
        closedAt = now;
    }

    private void require(AppraisalState wanted) {
        if (state() != wanted) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.state");
        }
    }

    private void requireNot(AppraisalState unwanted) {
        if (state() == unwanted) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.state");
        }
    }

    public AppraisalState state() {
        return AppraisalState.of(state);
    }

    /** Null if there is none. */
    public AppealState appeal() {
        return appeal == null ? null : AppealState.of(appeal);
    }

    public UUID staffId() {
        return staffId;
    }

    public String scheme() {
        return scheme;
    }

    public int configVersion() {
        return configVersion;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    /** The last one. */
    public LocalDate toDay() {
        return toDay;
    }

    /** Of each indicator, with what it comes from. */
    public JsonNode scores() {
        return scores;
    }

    /** Per cent; null if nothing could be counted. */
    public BigDecimal total() {
        return total;
    }

    /** Key; null likewise. */
    public String grade() {
        return grade;
    }

    public Sealed selfWords() {
        return selfWords;
    }

    public Sealed talkWords() {
        return talkWords;
    }

    public UUID talkedBy() {
        return talkedBy;
    }

    public Instant talkedAt() {
        return talkedAt;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public Sealed appealWords() {
        return appealWords;
    }

    public Sealed appealAnswer() {
        return appealAnswer;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
