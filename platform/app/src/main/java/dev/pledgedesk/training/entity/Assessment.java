package dev.pledgedesk.training.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Versioned;
import dev.pledgedesk.training.Appeal;
import dev.pledgedesk.training.AssessmentState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Somebody is assessed for a qualification, once more with each round. The scores are per cent with one decimal. */
@Entity
@Table(name = "assessment")
public class Assessment extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String qualification;
    @Column(name = "config_version")
    private int configVersion;
    private int round;
    private String state;
    private BigDecimal theory;
    private BigDecimal practice;
    @Column(name = "practice_void")
    private boolean practiceVoid;
    private BigDecimal conduct;
    private BigDecimal overall;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "closed_at")
    private Instant closedAt;
    private String appeal;
    @Column(name = "appeal_words")
    private Sealed appealWords;
    @Column(name = "appealed_at")
    private Instant appealedAt;
    @Column(name = "appeal_answer")
    private Sealed appealAnswer;
    @Column(name = "appeal_by")
    private String appealBy;

    /** For JPA. */
    protected Assessment() {
    }

    public Assessment(UUID id, UUID staffId, String qualification, int configVersion, int round, String openedBy, Instant openedAt) {
        super(id);
        this.staffId = staffId;
        this.qualification = qualification;
        this.configVersion = configVersion;
        this.round = round;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.state = AssessmentState.OPEN.key();
    }

    /** Takes along what was passed in the round before. */
    public void take(BigDecimal theoryBefore, BigDecimal practiceBefore, BigDecimal conductBefore) {
        theory = theoryBefore;
        practice = practiceBefore;
        conduct = conductBefore;
    }

    /** The result of the paper. */
    public void knows(BigDecimal score) {
        requireOpen();
        theory = score;
    }

    /** What was seen; void if something critical was not done. */
    public void does(BigDecimal score, boolean isVoid) {
        requireOpen();
        practice = score;
        practiceVoid = isVoid;
    }

    /** What was said of him; null while it is not enough. */
    public void is(BigDecimal score) {
        requireOpen();
        conduct = score;
    }

    /** All is known. */
    public void close(BigDecimal result, boolean passed, Instant now) {
        requireOpen();
        overall = result;
        state = (passed ? AssessmentState.PASSED : AssessmentState.FAILED).key();
        closedAt = now;
    }

    /** It is not gone on with. */
    public void giveUp(Instant now) {
        requireOpen();
        state = AssessmentState.GIVEN_UP.key();
        closedAt = now;
    }

    /** He does not agree. */
    public void appeal(Sealed words, Instant now) {
        if (state() != AssessmentState.FAILED && state() != AssessmentState.PASSED || appeal != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.no-appeal");
        }
        appeal = Appeal.OPEN.key();
        appealWords = words;
        appealedAt = now;
    }

    /** What came of it: the result stays. */
    public void uphold(Sealed answer, String actor) {
        decide(Appeal.UPHELD, answer, actor);
    }

    /** What came of it: another result. */
    public void change(BigDecimal newTheory, BigDecimal newPractice, BigDecimal newConduct, BigDecimal result, boolean passed, Sealed answer, String actor) {
        decide(Appeal.CHANGED, answer, actor);
        theory = newTheory;
        practice = newPractice;
        practiceVoid = false;
        conduct = newConduct;
        overall = result;
        state = (passed ? AssessmentState.PASSED : AssessmentState.FAILED).key();
    }

    private void decide(Appeal outcome, Sealed answer, String actor) {
        if (appeal() != Appeal.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.no-open-appeal");
        }
        appeal = outcome.key();
        appealAnswer = answer;
        appealBy = actor;
    }

    private void requireOpen() {
        if (state() != AssessmentState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "training.assessment-closed");
        }
    }

    public AssessmentState state() {
        return AssessmentState.of(state);
    }

    /** Null if there is none. */
    public Appeal appeal() {
        return appeal == null ? null : Appeal.of(appeal);
    }

    public UUID staffId() {
        return staffId;
    }

    public String qualification() {
        return qualification;
    }

    /** The configuration whose scheme it goes by. */
    public int configVersion() {
        return configVersion;
    }

    /** From 1; above it a second try. */
    public int round() {
        return round;
    }

    /** Null until it is known. */
    public BigDecimal theory() {
        return theory;
    }

    /** Null until it is known. */
    public BigDecimal practice() {
        return practice;
    }

    /** Whether something critical was not done. */
    public boolean practiceVoid() {
        return practiceVoid;
    }

    /** Null until enough was said. */
    public BigDecimal conduct() {
        return conduct;
    }

    /** Null until it is closed. */
    public BigDecimal overall() {
        return overall;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }

    public Sealed appealWords() {
        return appealWords;
    }

    public Instant appealedAt() {
        return appealedAt;
    }

    public Sealed appealAnswer() {
        return appealAnswer;
    }

    public String appealBy() {
        return appealBy;
    }
}
