package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How complaints run until their customers are satisfied: {@code complaints.yaml}, which may be absent. */
public record ComplaintSection(
        @NotNull @NotEmpty @JsonPropertyDescription("The first one holds for complaints for which none is named.") List<Regime> regimes,
        @NotNull @NotEmpty @JsonPropertyDescription("How bad it is, the mildest first.") List<Named> severities,
        @NotNull @NotEmpty @JsonPropertyDescription("Why complaints come about.") List<Named> causes,
        @JsonPropertyDescription("From when on the same cause again is told; never if absent.") Patterns patterns,
        @JsonPropertyDescription("Who gets the report on customers' satisfaction on the first of each month; nobody if absent.") Report report) {

    /** The monthly report. */
    public record Report(@NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles) {
    }

    /** The same cause so often within some days. */
    public record Patterns(
            @Min(1) @Max(366) @JsonPropertyDescription("Days of 24 hours, back from now.") int days,
            @Min(2) @Max(10000) @JsonPropertyDescription("How many complaints of a cause within them are a pattern.") int times,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles that are told.") List<String> roles) {
    }

    /** Something with a key and a name. */
    public record Named(@NotNull @Pattern(regexp = OrganisationSection.KEY) String key, @NotNull LocalizedText name) {

        /** The name of a key among some; empty for one that is not, or not any more, among them. */
        public static Optional<LocalizedText> name(List<Named> all, String key) {
            return all.stream().filter(n -> n.key().equals(key)).map(Named::name).findFirst();
        }
    }

    /** One way that complaints go. */
    public record Regime(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("Keys of ticket types whose tickets are complaints from the moment they are filed.") List<String> types,
            @NotNull @NotEmpty @JsonPropertyDescription("The first one is where complaints begin.") List<Stage> stages,
            @NotNull @NotEmpty List<Limit> limits,
            @JsonPropertyDescription("In what time a department that was asked gives its opinion.") Opinion opinion,
            @JsonPropertyDescription("Who takes a complaint when its customer is not satisfied: the first entry after the first time, the next one after the second, and so on.") List<Level> levels,
            @NotNull @JsonPropertyDescription("Key of the stage at which it goes round again then.") String again,
            @JsonPropertyDescription("What becomes of a complaint whose customer does not say whether he is satisfied; it waits for ever if absent.") Silence silence,
            @JsonPropertyDescription("Who is told of complaints of some severity at once.") List<Telling> tell,
            @JsonPropertyDescription("Who is told when a limit was broken, one after the other.") List<Step> escalation) {

        public Regime {
            types = types == null ? List.of() : types;
            levels = levels == null ? List.of() : levels;
            tell = tell == null ? List.of() : tell;
            escalation = escalation == null ? List.of() : escalation;
        }

        /** A stage by key. */
        public Optional<Stage> stage(String stage) {
            return stages.stream().filter(s -> s.key().equals(stage)).findFirst();
        }

        /** Where complaints end. */
        @JsonIgnore
        public Stage archive() {
            return stages.stream().filter(s -> s.kind() == StageKind.ARCHIVED).findFirst().orElseThrow();
        }
    }

    /** Where a complaint can be. */
    public record Stage(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("work (default): somebody has it; asking: the customer is asked whether he is satisfied; archived: the end, and read only.") StageKind kind,
            @JsonPropertyDescription("Keys of the roles that are responsible.") List<String> roles,
            @JsonPropertyDescription("What has to be known or done before it is left for one of the next stages.") List<Need> required,
            @JsonPropertyDescription("Keys of the stages that it may be moved to. A satisfied customer moves a complaint from asking to archived, an unsatisfied one to the stage of again.") List<String> next,
            @JsonPropertyDescription("What happens when it is reached.") Effects effects) {

        private static final Effects NOTHING = new Effects(null, null);

        public Stage {
            kind = kind == null ? StageKind.WORK : kind;
            roles = roles == null ? List.of() : roles;
            required = required == null ? List.of() : required;
            next = next == null ? List.of() : next;
            effects = effects == null ? NOTHING : effects;
        }
    }

    /** What kind of stage it is. */
    public enum StageKind {
        @JsonProperty("work") WORK, @JsonProperty("asking") ASKING, @JsonProperty("archived") ARCHIVED
    }

    /** What happens when a stage is reached. */
    public record Effects(
            @JsonPropertyDescription("Keys of roles that are told.") List<String> tell,
            @JsonPropertyDescription("What the customer is written in the ticket.") LocalizedText say) {

        public Effects {
            tell = tell == null ? List.of() : tell;
        }
    }

    /** Something that a complaint needs. */
    public enum Need {
        @JsonProperty("apology") APOLOGY,
        @JsonProperty("occurred-at") OCCURRED_AT,
        @JsonProperty("place") PLACE,
        @JsonProperty("content") CONTENT,
        @JsonProperty("desired-outcome") DESIRED_OUTCOME,
        @JsonProperty("evidence") EVIDENCE,
        @JsonProperty("severity") SEVERITY,
        @JsonProperty("at-fault") AT_FAULT,
        @JsonProperty("cause") CAUSE,
        @JsonProperty("investigation") INVESTIGATION,
        @JsonProperty("responsibility") RESPONSIBILITY,
        @JsonProperty("solution") SOLUTION,
        @JsonProperty("compensation") COMPENSATION,
        @JsonProperty("follow-up") FOLLOW_UP,
        /** At least one department was asked in this round. */
        @JsonProperty("asked") ASKED,
        /** At least one department has answered in this round, and each that was asked has answered. */
        @JsonProperty("opinions") OPINIONS,
        /** The customer was told in this round what was verified. */
        @JsonProperty("told-verified") TOLD_VERIFIED,
        /** The customer was told the result in this round. */
        @JsonProperty("told-result") TOLD_RESULT;

        private static final Set<Need> TEXTS = EnumSet.of(APOLOGY, PLACE, CONTENT, DESIRED_OUTCOME, EVIDENCE, INVESTIGATION, RESPONSIBILITY, SOLUTION, COMPENSATION, FOLLOW_UP);

        /** As written in configurations and in texts, such as {@code desired-outcome}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What is written into the form, in the order of the form. */
        public static Set<Need> texts() {
            return Collections.unmodifiableSet(TEXTS);
        }

        /** The need of a key. */
        public static Need of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A time limit of complaints. */
    public record Limit(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull @JsonPropertyDescription("As staff and customers read it, such as: result.") LocalizedText name,
            @JsonPropertyDescription("Keys of stages that begin it each time they are reached; the receipt of the complaint begins it, once, if absent.") List<String> startIn,
            @JsonPropertyDescription("Keys of stages that end it; leaving the stages of startIn does if absent.") List<String> stopIn,
            @JsonPropertyDescription("Keys of stages in which it stands still.") List<String> pauseIn,
            @JsonPropertyDescription("Which complaints; all if absent.") When when,
            @JsonPropertyDescription("Key of the calendar; always if absent.") String calendar,
            @NotNull @Pattern(regexp = PromiseSection.LIMIT) @JsonPropertyDescription("Such as 30m, 12h or 3d (working days).") String limit,
            @JsonPropertyDescription("Shares of the limit at which who works on it is warned, in per cent.") List<@Min(1) @Max(99) Integer> warnAt,
            @JsonPropertyDescription("Whether the customer is told; yes unless said otherwise.") Boolean shown) {

        private static final When ANY = new When(null, null);

        public Limit {
            startIn = startIn == null ? List.of() : startIn;
            stopIn = stopIn == null ? List.of() : stopIn;
            pauseIn = pauseIn == null ? List.of() : pauseIn;
            when = when == null ? ANY : when;
            calendar = calendar == null ? CalendarSection.ALWAYS : calendar;
            warnAt = warnAt == null ? List.of() : warnAt;
            shown = shown == null || shown;
        }

        /** Whether the receipt of the complaint begins it. */
        @JsonIgnore
        public boolean isFromReceipt() {
            return startIn.isEmpty();
        }
    }

    /** Which complaints. */
    public record When(
            @JsonPropertyDescription("Keys of severities; any if absent.") List<String> severities,
            @JsonPropertyDescription("Only complex ones, or only others; both if absent.") Boolean complex) {

        public When {
            severities = severities == null ? List.of() : severities;
        }

        /** Whether a complaint is one of them; its severity may be null. */
        public boolean fits(String severity, boolean isComplex) {
            return (severities.isEmpty() || severity != null && severities.contains(severity)) && (complex == null || complex == isComplex);
        }
    }

    /** In what time a department gives its opinion, counted from when it was asked. */
    public record Opinion(
            @NotNull @Pattern(regexp = PromiseSection.LIMIT) String limit,
            @JsonPropertyDescription("Key of the calendar; always if absent.") String calendar,
            @JsonPropertyDescription("Shares of the limit at which the department is warned, in per cent.") List<@Min(1) @Max(99) Integer> warnAt) {

        public Opinion {
            calendar = calendar == null ? CalendarSection.ALWAYS : calendar;
            warnAt = warnAt == null ? List.of() : warnAt;
        }
    }

    /** A level of those who take a complaint over. */
    public record Level(@NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles) {
    }

    /** Reminding a silent customer; closed as unconfirmed, which counts as not satisfied, when the last reminder is as old as they are apart. */
    public record Silence(
            @Min(1) @Max(10) @JsonPropertyDescription("How often the customer is reminded.") int reminders,
            @NotNull @Pattern(regexp = PromiseSection.LIMIT) @JsonPropertyDescription("How far apart, such as 2d.") String every,
            @JsonPropertyDescription("Key of the calendar; always if absent.") String calendar) {

        public Silence {
            calendar = calendar == null ? CalendarSection.ALWAYS : calendar;
        }
    }

    /** Who is told of which severities. */
    public record Telling(
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of severities.") List<String> severities,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles) {
    }

    /** A regime by key. */
    public Optional<Regime> regime(String key) {
        return regimes.stream().filter(r -> r.key().equals(key)).findFirst();
    }
}
