package dev.pledgedesk.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** One question of a paper and its answer, sealed under the key of who writes. */
@Entity
@Table(name = "exam_answer")
public class ExamAnswer extends Versioned {

    @Column(name = "attempt_id")
    private UUID attemptId;
    @Column(name = "staff_id")
    private UUID staffId;
    private int place;
    @Column(name = "question_id")
    private UUID questionId;
    @Column(name = "question_number")
    private int questionNumber;
    private String kind;
    private int points;
    @Convert(converter = JsonColumn.class)
    private JsonNode shown;
    private Sealed answer;
    private BigDecimal given;
    @Column(name = "marked_by")
    private String markedBy;
    private Sealed remark;

    /** For JPA. */
    protected ExamAnswer() {
    }

    public ExamAnswer(UUID id, UUID attemptId, UUID staffId, int place, UUID questionId, int questionNumber, String kind, int points, JsonNode shown) {
        super(id);
        this.attemptId = attemptId;
        this.staffId = staffId;
        this.place = place;
        this.questionId = questionId;
        this.questionNumber = questionNumber;
        this.kind = kind;
        this.points = points;
        this.shown = shown;
    }

    /** Says this. */
    public void say(Sealed words) {
        answer = words;
    }

    /** Is worth this. */
    public void mark(BigDecimal worth, String actor, Sealed words) {
        given = worth;
        markedBy = actor;
        remark = words;
    }

    public QuestionKind kind() {
        return QuestionKind.of(kind);
    }

    public UUID attemptId() {
        return attemptId;
    }

    public UUID staffId() {
        return staffId;
    }

    /** From 1. */
    public int place() {
        return place;
    }

    public UUID questionId() {
        return questionId;
    }

    /** Which version of it. */
    public int questionNumber() {
        return questionNumber;
    }

    /** That can be had. */
    public int points() {
        return points;
    }

    /** Numbers of the options in the order in which they are shown. */
    public JsonNode shown() {
        return shown;
    }

    /** Null for none. */
    public Sealed answer() {
        return answer;
    }

    /** Points; null until it is marked. */
    public BigDecimal given() {
        return given;
    }

    /** Null for one that marks itself. */
    public String markedBy() {
        return markedBy;
    }

    public Sealed remark() {
        return remark;
    }
}
