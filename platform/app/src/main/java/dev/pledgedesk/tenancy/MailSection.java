package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tenant's own words for the mails that leave in its name: {@code mails.yaml}, which may be absent; the platform has words of its own for what is not in it. */
public record MailSection(@JsonPropertyDescription("Mails with words of the tenant's own; each once.") List<Letter> letters) {

    public MailSection {
        letters = letters == null ? List.of() : letters;
    }

    /** A mail that leaves by itself, with the blanks that its words may have, and those that its body must have. */
    public enum Kind {
        /** The code to sign in with. */
        @JsonProperty("code") CODE(Set.of("name", "code", "vendor"), Set.of("code")),
        /** A ticket was filed. */
        @JsonProperty("received") RECEIVED(Set.of("name", "number", "link", "vendor"), Set.of("number", "link")),
        /** Staff have answered. */
        @JsonProperty("answered") ANSWERED(Set.of("name", "number", "link", "vendor", "answer"), Set.of("number", "link")),
        /** A customer has written; to staff. */
        @JsonProperty("customer-wrote") CUSTOMER_WROTE(Set.of("name", "number", "link", "vendor"), Set.of("number", "link")),
        /** A promise is at risk or broken; to staff. */
        @JsonProperty("notice") NOTICE(Set.of("name", "number", "what", "link", "vendor"), Set.of("what", "link")),
        /** A complaint was dealt with: is its customer satisfied? */
        @JsonProperty("complaint-asked") COMPLAINT_ASKED(Set.of("name", "number", "link", "vendor"), Set.of("link")),
        /** He has not said so yet. */
        @JsonProperty("complaint-reminder") COMPLAINT_REMINDER(Set.of("name", "number", "link", "vendor"), Set.of("link")),
        /** A customer is asked how he was served. */
        @JsonProperty("questionnaire") QUESTIONNAIRE(Set.of("name", "number", "link", "until", "vendor"), Set.of("link")),
        /** There is something to look at; to privacy officers. */
        @JsonProperty("alert") ALERT(Set.of("name", "what", "link", "vendor"), Set.of("what", "link")),
        /** What a person asked for is granted. */
        @JsonProperty("request-granted") REQUEST_GRANTED(Set.of("name", "request", "reason", "link", "vendor"), Set.of("request", "reason")),
        /** It is refused and can be appealed. */
        @JsonProperty("request-refused") REQUEST_REFUSED(Set.of("name", "request", "reason", "link", "vendor", "until"), Set.of("request", "reason", "until")),
        /** It is refused for good. */
        @JsonProperty("request-upheld") REQUEST_UPHELD(Set.of("name", "request", "reason", "link", "vendor"), Set.of("request", "reason")),
        /** A person was forgotten. */
        @JsonProperty("forgotten") FORGOTTEN(Set.of("name", "day", "receipt", "vendor"), Set.of("receipt"));

        /** What may leave as a text message. */
        private static final Set<Kind> TEXTS = Set.of(RECEIVED, ANSWERED, COMPLAINT_ASKED, COMPLAINT_REMINDER, QUESTIONNAIRE);

        private final Set<String> blanks;
        private final Set<String> needed;

        Kind(Set<String> blanks, Set<String> needed) {
            this.blanks = blanks;
            this.needed = needed;
        }

        /** As written in configurations and in keys of texts, such as {@code customer-wrote}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it may leave as a text message, which does not have an answer's words in it. */
        public boolean isTexted() {
            return TEXTS.contains(this);
        }

        /** Blanks that subject and body may have. */
        public Set<String> blanks() {
            return blanks;
        }

        /** Blanks that the body must have. */
        public Set<String> needed() {
            return needed;
        }
    }

    /** The words of one mail; plain text. */
    public record Letter(
            @NotNull @JsonPropertyDescription("Which mail.") Kind key,
            @NotNull LocalizedText subject,
            @NotNull @JsonPropertyDescription("With blanks such as {name}; the plan says which there are and which are needed.") LocalizedText body,
            @JsonPropertyDescription("Of a text message in its place, to customers without a mail address; for mails about tickets and complaints.") LocalizedText text) {
    }
}
