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
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How work is inspected, people are appraised, rewarded and held to account: {@code appraisal.yaml}, which may be absent. */
public record AppraisalSection(
        @JsonPropertyDescription("What an inspection looks at.") List<Form> forms,
        @JsonPropertyDescription("Which tickets are looked at.") List<Sampling> samplings,
        @JsonPropertyDescription("By what people are appraised; the first one that names a role of theirs.") List<Appraising> schemes,
        @JsonPropertyDescription("What people are rewarded or penalised for.") List<MeritRule> merits) {

    /** Nothing is inspected and nobody appraised. */
    static final AppraisalSection UNSAID = new AppraisalSection(null, null, null, null);

    public AppraisalSection {
        forms = forms == null ? List.of() : forms;
        samplings = samplings == null ? List.of() : samplings;
        schemes = schemes == null ? List.of() : schemes;
        merits = merits == null ? List.of() : merits;
    }

    /** A form by key. */
    public Optional<Form> form(String key) {
        return forms.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /** A sampling by key. */
    public Optional<Sampling> sampling(String key) {
        return samplings.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** A scheme by key. */
    public Optional<Appraising> scheme(String key) {
        return schemes.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** A rule of rewards and penalties by key. */
    public Optional<MeritRule> merit(String key) {
        return merits.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /** What an inspection looks at; none of the points of something critical fails the whole. */
    public record Form(@NotNull @Pattern(regexp = OrganisationSection.KEY) String key, @NotNull LocalizedText name, @NotNull @NotEmpty List<Item> items) {
    }

    /** Which tickets are looked at: so many of each person, at random. */
    public record Sampling(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @JsonPropertyDescription("Key of the form.") String form,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles: whose tickets.") List<String> roles,
            @JsonPropertyDescription("Keys of ticket types; all if absent.") List<String> types,
            @Min(1) @Max(100) @JsonPropertyDescription("How many of each person.") int perPerson) {

        public Sampling {
            types = types == null ? List.of() : types;
        }
    }

    /** By what people are appraised. */
    public record Appraising(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles,
            @NotNull Every every,
            @NotNull @NotEmpty List<Indicator> indicators,
            @NotNull @NotEmpty @JsonPropertyDescription("The best one first.") List<Grade> grades,
            @Min(1) @Max(92) @JsonPropertyDescription("Days after the talk in which it can be appealed against; 7 if absent.") Integer appealWithin) {

        public Appraising {
            appealWithin = appealWithin == null ? 7 : appealWithin;
        }
    }

    /** How long a time that is appraised is. */
    public enum Every {
        @JsonProperty("month") MONTH, @JsonProperty("quarter") QUARTER;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many months it is. */
        public int months() {
            return this == MONTH ? 1 : 3;
        }
    }

    /** One thing that counts. */
    public record Indicator(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull Source source,
            @Min(1) @Max(100) int weight,
            @NotNull @JsonPropertyDescription("The value that is worth nothing.") BigDecimal worst,
            @NotNull @JsonPropertyDescription("The value that is worth 100; less than the other one where less is better.") BigDecimal best) {
    }

    /** Where a value comes from. */
    public enum Source {
        /** Per cent of promises on somebody's tickets that were kept. */
        @JsonProperty("promises") PROMISES,
        /** How many of his tickets were solved. */
        @JsonProperty("solved") SOLVED,
        /** Mean of inspections, in per cent. */
        @JsonProperty("inspections") INSPECTIONS,
        /** Mean result of assessments that were closed, in per cent. */
        @JsonProperty("training") TRAINING,
        /** Per cent of shifts that he came to in time. */
        @JsonProperty("attendance") ATTENDANCE,
        /** Sum of points of rewards and penalties. */
        @JsonProperty("merits") MERITS,
        /** What his supervisor says, in per cent. */
        @JsonProperty("manual") MANUAL;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a total is called. */
    public record Grade(@NotNull @Pattern(regexp = OrganisationSection.KEY) String key, @NotNull LocalizedText name, @Min(0) @Max(100) @JsonPropertyDescription("Least total.") int from) {
    }

    /** Something that people are rewarded or penalised for. */
    public record MeritRule(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull MeritKind kind,
            @NotNull @JsonPropertyDescription("When.") LocalizedText conditions,
            @NotNull @JsonPropertyDescription("What follows, such as a bonus or a warning.") LocalizedText effect,
            @Min(-100) @Max(100) @JsonPropertyDescription("For the indicator merits; above zero for a reward, below for a penalty.") int points,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles that approve, one after the other.") List<String> approvers,
            @Min(1) @Max(92) @JsonPropertyDescription("Days in which he can answer to a penalty before it is decided without; 7 if absent.") Integer hearWithin,
            @JsonPropertyDescription("When it is suggested by the last 30 days; never if absent.") Suggestion suggest) {

        public MeritRule {
            hearWithin = hearWithin == null ? 7 : hearWithin;
        }
    }

    /** See {@link MeritRule}. */
    public enum MeritKind {
        @JsonProperty("reward") REWARD, @JsonProperty("penalty") PENALTY;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A value at or beyond which something is suggested; one of the two bounds. */
    public record Suggestion(@NotNull Source source, BigDecimal atLeast, BigDecimal atMost) {
    }
}
