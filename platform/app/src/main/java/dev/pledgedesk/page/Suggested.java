package dev.pledgedesk.page;

import dev.pledgedesk.sdk.AnswerSuggester.Suggestion;
import java.util.List;

/**
 * Answers that plugins suggest.
 *
 * @param console whether staff read them, who can put one into a reply
 */
public record Suggested(boolean console, List<Suggestion> found) {
}
