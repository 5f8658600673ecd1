package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is to take part in a course until a day because of his role; {@code doneAt} is null while he has not. */
public record TaskView(UUID id, UUID staffId, String programme, LocalizedText programmeName, String course, LocalizedText courseName, LocalDate turn, LocalDate dueOn, Instant doneAt) {
}
