package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.AnswerSuggester;
import java.util.List;
import java.util.Locale;

/** A service suggests answers. */
record RemoteSuggester(Service service) implements AnswerSuggester, Asking {

    @Override
    public List<Suggestion> suggest(Question question) throws Exception {
        return service.ask("/suggest", Questions.with("reader", question.reader().name().toLowerCase(Locale.ROOT)).putChain("ticketType", question.ticketType()).putChain("subject", question.subject())
                .putChain("text", question.text()).putChain("language", question.language().toLanguageTag())).list("suggestions", s -> new Suggestion(s.text("title"), s.text("body")));
    }
}
