package dev.pledgedesk.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a question says, never changed. */
@Entity
@Table(name = "question_version")
public class QuestionVersion extends TenantOwned {

    @Column(name = "question_id")
    private UUID questionId;
    private int number;
    @Convert(converter = JsonColumn.class)
    private JsonNode content;
    private Instant at;
    private String actor;

    /** For JPA. */
    protected QuestionVersion() {
    }

    public QuestionVersion(UUID id, UUID questionId, int number, JsonNode content, Instant at, String actor) {
        super(id);
        this.questionId = questionId;
        this.number = number;
        this.content = content;
        this.at = at;
        this.actor = actor;
    }

    public UUID questionId() {
        return questionId;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public JsonNode content() {
        return content;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }
}
