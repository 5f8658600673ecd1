package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How the tenant protects what it knows of people: {@code privacy.yaml}, which may be absent. */
public record PrivacySection(
        @JsonPropertyDescription("What every member of staff signs before seeing anything of a customer; absent where nothing is to be signed.") Agreement agreement) {

    /** A confidentiality agreement. */
    public record Agreement(
            @NotNull @Pattern(regexp = "^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$") @JsonPropertyDescription("Version of the text, such as 2026-1. With a new one everybody signs again.") String version,
            @NotNull LocalizedText title,
            @NotNull @JsonPropertyDescription("What is agreed, by language; blank lines part paragraphs.") LocalizedText text) {
    }
}
