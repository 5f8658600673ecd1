package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.AnswerSuggester;
import java.util.List;
import java.util.Optional;

/** Suggests what a customer can do about a fault code himself. */
final class FaultAdvice implements AnswerSuggester {

    private final FaultCodes codes;

    FaultAdvice(FaultCodes codes) {
        this.codes = codes;
    }

    @Override
    public List<Suggestion> suggest(Question question) {
        boolean chinese = "zh".equals(question.language().getLanguage());
        return codes.find(Optional.empty(), question.subject() + "\n" + question.text()).filter(c -> (chinese ? c.measureZh() : c.measure()) != null)
                .map(c -> new Suggestion(c.code() + (chinese ? "：" : ": ") + (chinese ? c.meaningZh() : c.meaning()), chinese ? c.measureZh() : c.measure())).stream().toList();
    }
}
