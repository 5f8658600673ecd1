package dev.pledgedesk.training;

import java.util.List;

/**
 * An answer.
 *
 * @param chosen places of the options as they are shown, from 0; of true and false 1 or 0; for an order all of them; null or empty for none
 * @param text   for open questions; null for none
 */
public record AnswerDraft(List<Integer> chosen, String text) {

    public AnswerDraft {
        chosen = chosen == null ? List.of() : List.copyOf(chosen);
    }
}
