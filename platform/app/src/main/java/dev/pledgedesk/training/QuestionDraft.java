package dev.pledgedesk.training;

import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;

/** A question to be. */
public record QuestionDraft(String topic, QuestionKind kind, int difficulty, QuestionContent content) {
}
