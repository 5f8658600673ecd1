package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what standards service is evaluated: {@code quality.yaml}, which may be absent. */
public record QualitySection(@NotNull @NotEmpty List<Standard> standards) {

    /** Nothing is evaluated. */
    static final QualitySection UNSAID = new QualitySection(List.of());

    /** A standard by key. */
    public Optional<Standard> standard(String key) {
        return standards.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** What is evaluated together, and how often. */
    public record Standard(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull Every every,
            @Min(1) @Max(183) @JsonPropertyDescription("Days in which an evaluation is to be reported; 30 if absent.") Integer within,
            @Min(0) @Max(100) @JsonPropertyDescription("Per cent that are aimed at; no aim if absent.") Integer aim,
            @NotNull @NotEmpty List<Part> parts) {

        private static final int MONTH = 30;

        public Standard {
            within = within == null ? MONTH : within;
        }

        /** A part by key. */
        public Optional<Part> part(String key) {
            return parts.stream().filter(p -> p.key().equals(key)).findFirst();
        }
    }

    /** How long a time that is evaluated is. */
    public enum Every {
        @JsonProperty("quarter") QUARTER(3), @JsonProperty("half-year") HALF_YEAR(6), @JsonProperty("year") YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** How many months it is. */
        public int months() {
            return months;
        }

        /** First day of the time in which a day lies; times begin with the year. */
        public LocalDate first(LocalDate day) {
            return day.withDayOfYear(1).plusMonths((day.getMonthValue() - 1L) / months * months);
        }
    }

    /** How something is found out. */
    public enum Method {
        /** Customers are written to and answer by themselves. */
        @JsonProperty("questionnaire") QUESTIONNAIRE,
        /** Customers are called, and their answers written down. */
        @JsonProperty("call-back") CALL_BACK,
        /** Somebody looks at a team at work. */
        @JsonProperty("on-site") ON_SITE;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One way of finding out, and what is asked or looked at. */
    public record Part(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull Method method,
            @Min(1) @Max(100) int weight,
            @Min(1) @Max(500) @JsonPropertyDescription("How many customers are asked, at random; for questionnaires and call-backs.") Integer sample,
            @Min(1) @Max(500) @JsonPropertyDescription("With fewer answers the part does not count; 5 if absent.") Integer least,
            @JsonPropertyDescription("Keys of ticket types: whose customers are asked; all if absent.") List<String> types,
            @JsonPropertyDescription("Keys of teams that are looked at on site; all if absent.") List<String> teams,
            @JsonPropertyDescription("What customers can answer, the worst first; for questionnaires and call-backs.") List<LocalizedText> answers,
            @NotNull @NotEmpty @JsonPropertyDescription("What is asked or looked at; the more points, the more it counts.") List<Item> items) {

        private static final int FEW = 5;

        public Part {
            least = least == null ? FEW : least;
            types = types == null ? List.of() : types;
            teams = teams == null ? List.of() : teams;
            answers = answers == null ? List.of() : answers;
        }

        /** Whether customers are asked, and not a team looked at. */
        public boolean asks() {
            return method != Method.ON_SITE;
        }
    }
}
