package dev.pledgedesk.training;

import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import java.util.UUID;

/** A question of the bank with what it says now, and how it has done. */
public record QuestionView(UUID id, String topic, QuestionKind kind, int difficulty, boolean active, int number, QuestionContent content, QuestionFigures figures, long version) {
}
