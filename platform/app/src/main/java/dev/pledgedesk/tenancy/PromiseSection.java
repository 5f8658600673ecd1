package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the vendor promises in time: {@code promises.yaml}, which may be absent. */
public record PromiseSection(@NotNull @NotEmpty List<Policy> policies) {

    /** Form of a limit: minutes, hours or working days, above zero. */
    public static final String LIMIT = "^[1-9][0-9]{0,3}[mhd]$";
    /** Form of a time after a breach; at once is {@code 0m}. */
    public static final String AFTER = "^(0m|[1-9][0-9]{0,3}[mhd])$";

    /** What is promised for some types of tickets. */
    public record Policy(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("Keys of ticket types; all that no other policy names if absent.") List<String> types,
            @NotNull @NotEmpty @JsonPropertyDescription("The first one that fits counts, for each metric.") List<Target> targets,
            @JsonPropertyDescription("Who is told when a promise was broken, one after the other.") List<Step> escalation,
            @JsonPropertyDescription("What becomes of the clocks; each has a default.") Options options) {

        public Policy {
            types = types == null ? List.of() : types;
            escalation = escalation == null ? List.of() : escalation;
            options = options == null ? Options.DEFAULT : options;
        }

        /** A target by key. */
        public Optional<Target> target(String target) {
            return targets.stream().filter(t -> t.key().equals(target)).findFirst();
        }
    }

    /** One promise. */
    public record Target(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull @JsonPropertyDescription("As staff and customers read it, such as: first answer.") LocalizedText name,
            @NotNull @JsonPropertyDescription("What begins and ends the clock.") Metric metric,
            @JsonPropertyDescription("Which tickets; all of the policy's if absent.") Condition when,
            @JsonPropertyDescription("Key of the calendar; always if absent.") String calendar,
            @Pattern(regexp = LIMIT) @JsonPropertyDescription("Such as 30m, 12h or 3d (working days); for every metric but promised-time and appointment, which end at the time that was named.") String limit,
            @JsonPropertyDescription("Shares of the limit at which who works on it is warned, in per cent.") List<@Min(1) @Max(99) Integer> warnAt,
            @JsonPropertyDescription("Categories of status in which the clock stands still.") List<StatusCategory> pauseIn,
            @JsonPropertyDescription("For the metrics stage and custom: keys of the statuses that begin it.") List<String> startIn,
            @JsonPropertyDescription("For the metric custom: keys of the statuses that end it.") List<String> stopIn,
            @JsonPropertyDescription("Whether the customer is told; yes unless said otherwise.") Boolean shown) {

        public Target {
            when = when == null ? Condition.ANY : when;
            calendar = calendar == null ? CalendarSection.ALWAYS : calendar;
            warnAt = warnAt == null ? List.of() : warnAt;
            pauseIn = pauseIn == null ? List.of() : pauseIn;
            startIn = startIn == null ? List.of() : startIn;
            stopIn = stopIn == null ? List.of() : stopIn;
            shown = shown == null || shown;
        }
    }

    /** Which tickets; an empty list is any. */
    public record Condition(List<String> categories, List<String> priorities, List<String> channels,
            @JsonPropertyDescription("Keys of groups of customers.") List<String> groups) {

        static final Condition ANY = new Condition(null, null, null, null);

        public Condition {
            categories = categories == null ? List.of() : categories;
            priorities = priorities == null ? List.of() : priorities;
            channels = channels == null ? List.of() : channels;
            groups = groups == null ? List.of() : groups;
        }

        /** Whether it fits; a category fits its own key only. */
        @JsonIgnore
        public boolean fits(String category, String priority, String channel, String group) {
            return fits(categories, category) && fits(priorities, priority) && fits(channels, channel) && fits(groups, group);
        }

        private static boolean fits(List<String> wanted, String value) {
            return wanted.isEmpty() || value != null && wanted.contains(value);
        }

        /** Whether it fits whenever the other one does. */
        @JsonIgnore
        public boolean covers(Condition other) {
            return covers(categories, other.categories) && covers(priorities, other.priorities) && covers(channels, other.channels) && covers(groups, other.groups);
        }

        private static boolean covers(List<String> wide, List<String> narrow) {
            return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
        }
    }

    /** Who is told so long after a breach. */
    public record Step(
            @NotNull @Pattern(regexp = AFTER) @JsonPropertyDescription("Time after the breach, on the promise's calendar.") String after,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles; those of the ticket's team if there are any there.") List<String> roles) {
    }

    /** What becomes of clocks when the ticket changes. */
    public record Options(
            @JsonPropertyDescription("A ticket that was done is taken up again: the clock goes on (continue, default), begins anew (restart), or stays as it is (ignore).") Reopen reopen,
            @JsonPropertyDescription("A ticket is merged into another: its clocks end (cancel, default), or the other's count from when the older one began (earliest).") Merge merge,
            @JsonPropertyDescription("Somebody else takes it: clocks go on (keep, default), or those of answers and resolution begin anew (restart).") Reassign reassign,
            @JsonPropertyDescription("Priority or category change: the target that fits now counts from when the old one began (retarget, default), or nothing changes (keep).") Priority priority,
            @JsonPropertyDescription("The policy itself changes: clocks that run keep the old one (keep, default), or take the new one, counting from when they began (retarget).") Priority policy) {

        static final Options DEFAULT = new Options(null, null, null, null, null);

        public Options {
            reopen = reopen == null ? Reopen.CONTINUE : reopen;
            merge = merge == null ? Merge.CANCEL : merge;
            reassign = reassign == null ? Reassign.KEEP : reassign;
            priority = priority == null ? Priority.RETARGET : priority;
            policy = policy == null ? Priority.KEEP : policy;
        }
    }

    /** What begins and ends a clock. */
    public enum Metric {
        /** Filed; until somebody has it, moves it or answers it. */
        @JsonProperty("acknowledge") ACKNOWLEDGE,
        /** Filed; until the first public answer. */
        @JsonProperty("first-response") FIRST_RESPONSE,
        /** The customer wrote again; until the next public answer. */
        @JsonProperty("next-reply") NEXT_REPLY,
        /** Filed, and each public answer; until the next one. */
        @JsonProperty("periodic-update") PERIODIC_UPDATE,
        /** One of some statuses; until it is left. */
        @JsonProperty("stage") STAGE,
        /** Filed; until it is solved or closed. */
        @JsonProperty("resolution") RESOLUTION,
        /** An appointment was made; until it is said to be kept. */
        @JsonProperty("appointment") APPOINTMENT,
        /** Somebody has named a time in a contact; until the next public answer, or until it is said to be kept. */
        @JsonProperty("promised-time") PROMISED_TIME,
        /** One of some statuses; until one of others. */
        @JsonProperty("custom") CUSTOM;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The metric of a key. */
        public static Metric of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether the end is a time that somebody named. */
        public boolean isNamedTime() {
            return this == APPOINTMENT || this == PROMISED_TIME;
        }

        /** Whether statuses begin it. */
        public boolean isByStatus() {
            return this == STAGE || this == CUSTOM;
        }
    }

    /** See {@link Options}. */
    public enum Reopen {
        @JsonProperty("continue") CONTINUE, @JsonProperty("restart") RESTART, @JsonProperty("ignore") IGNORE
    }

    /** See {@link Options}. */
    public enum Merge {
        @JsonProperty("cancel") CANCEL, @JsonProperty("earliest") EARLIEST
    }

    /** See {@link Options}. */
    public enum Reassign {
        @JsonProperty("keep") KEEP, @JsonProperty("restart") RESTART
    }

    /** See {@link Options}. */
    public enum Priority {
        @JsonProperty("retarget") RETARGET, @JsonProperty("keep") KEEP
    }
}
