package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.List;

/**
 * What a version of a question says.
 *
 * @param text    the question
 * @param options what can be chosen, for an order in the right one; empty where nothing is chosen
 * @param correct numbers of the right options from 0; of true and false 1 or 0; empty for the others
 * @param rubric  what a good answer has, for who marks it; null where nobody does
 */
public record QuestionContent(LocalizedText text, List<LocalizedText> options, List<Integer> correct, LocalizedText rubric) {

    public QuestionContent {
        options = options == null ? List.of() : List.copyOf(options);
        correct = correct == null ? List.of() : List.copyOf(correct);
    }
}
