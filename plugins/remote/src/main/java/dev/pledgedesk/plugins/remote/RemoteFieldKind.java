package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.FieldKind;
import java.util.List;

/** A service offers values while somebody fills in a field, and checks what he leaves. */
record RemoteFieldKind(Service service) implements FieldKind, Asking {

    @Override
    public List<Option> options(Typed typed) throws Exception {
        return service.ask("/options", Questions.with("ticketType", typed.ticketType()).putChain("field", typed.field()).putChain("typed", typed.text()).putChain("language", typed.language().toLanguageTag()))
                .list("options", o -> new Option(o.text("value"), o.bilingual("label")));
    }

    @Override
    public Verdict check(Question question) throws Exception {
        return new RemoteValidator(service).check(question);
    }
}
