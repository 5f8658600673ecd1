package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;

/** What is owed when personal data have leaked, and the letters that are then written. */
public record BreachRules(
        @JsonPropertyDescription("Laws that set times for telling authorities and persons.") List<Regime> regimes,
        @JsonPropertyDescription("Letter to the persons concerned; the platform has one of its own where absent.") Letter notice,
        @JsonPropertyDescription("Letter to an authority; the platform has one of its own where absent.") Letter report) {

    /** What a blank may be called. */
    public static final java.util.Set<String> BLANKS = java.util.Set.of("vendor", "aware", "happened", "measures", "assessment", "severity", "persons", "name");

    public BreachRules {
        regimes = regimes == null ? List.of() : regimes;
    }

    /** How bad a leak is. */
    public enum Severity {
        @JsonProperty("minor") MINOR, @JsonProperty("moderate") MODERATE, @JsonProperty("major") MAJOR, @JsonProperty("severe") SEVERE;

        /** As written in configurations and the contract, such as {@code minor}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is stored under a key. */
        public static Severity of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** A law that sets times. */
    public record Regime(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) @JsonPropertyDescription("Key of the regime.") String key,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("Until when an authority is told.") Hours report,
            @JsonPropertyDescription("Until when the persons concerned are told.") Hours notice) {

        private static final Hours NEVER = new Hours(null, null, null, null);

        public Regime {
            report = report == null ? NEVER : report;
            notice = notice == null ? NEVER : notice;
        }
    }

    /** Times by severity, in hours from becoming aware; nothing is owed where absent. */
    public record Hours(@Min(1) @Max(2160) Integer minor, @Min(1) @Max(2160) Integer moderate, @Min(1) @Max(2160) Integer major, @Min(1) @Max(2160) Integer severe) {

        /** For a severity; null where nothing is owed. */
        public Integer of(Severity severity) {
            return switch (severity) {
                case MINOR -> minor;
                case MODERATE -> moderate;
                case MAJOR -> major;
                case SEVERE -> severe;
            };
        }
    }

    /** A letter with blanks: {vendor}, {aware}, {happened}, {measures}, {assessment}, {severity}, {persons}, and {name} of who is written to. */
    public record Letter(@NotNull LocalizedText subject, @NotNull LocalizedText body) {
    }
}
