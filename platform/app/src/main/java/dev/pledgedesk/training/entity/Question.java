package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A question of the bank; what it says stands in its versions. */
@Entity
@Table(name = "question")
public class Question extends Versioned {

    private static final String ACTIVE = "active";

    private String topic;
    private String kind;
    private int difficulty;
    private String state;
    private int latest;

    /** For JPA. */
    protected Question() {
    }

    public Question(UUID id, String topic, String kind, int difficulty) {
        super(id);
        this.topic = topic;
        this.kind = kind;
        this.difficulty = difficulty;
        this.state = ACTIVE;
        this.latest = 1;
    }

    /** It says something else now. */
    public int rewrite(String newTopic, int newDifficulty) {
        topic = newTopic;
        difficulty = newDifficulty;
        state = ACTIVE;
        latest++;
        return latest;
    }

    /** It is drawn no more. */
    public void retire() {
        state = "retired";
    }

    public boolean isActive() {
        return ACTIVE.equals(state);
    }

    public QuestionKind kind() {
        return QuestionKind.of(kind);
    }

    public String topic() {
        return topic;
    }

    /** From 1, easy, to 5. */
    public int difficulty() {
        return difficulty;
    }

    /** Number of its newest version. */
    public int latest() {
        return latest;
    }
}
