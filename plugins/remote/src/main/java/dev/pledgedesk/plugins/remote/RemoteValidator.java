package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.FieldValidator;

/** A service says whether what was written into a field can be right. */
record RemoteValidator(Service service) implements FieldValidator, Asking {

    @Override
    public Verdict check(Question question) throws Exception {
        Answer answer = service.ask("/validate", Questions.with("ticketType", question.ticketType()).putChain("field", question.field()).putChain("value", question.value())
                .putChain("others", Questions.fields(question.others())).putChain("language", question.language().toLanguageTag()));
        return switch (answer.text("verdict")) {
            case "accepted" -> new Accepted();
            case "corrected" -> new Corrected(answer.text("value"));
            case "refused" -> new Refused(answer.bilingual("reason"));
            default -> throw new IllegalArgumentException("verdict is none of accepted, corrected and refused");
        };
    }
}
