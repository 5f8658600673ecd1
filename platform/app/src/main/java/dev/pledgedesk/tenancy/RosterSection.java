package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is on duty when: {@code roster.yaml}, which may be absent. Times of day are those of the tenant's zone. */
public record RosterSection(
        @JsonPropertyDescription("Key of the calendar whose days off are holidays; only the days of the week count if absent.") String calendar,
        @NotNull @NotEmpty List<Post> posts,
        @NotNull @NotEmpty List<Shift> shifts,
        @NotNull @NotEmpty @JsonPropertyDescription("How many people are needed; what fits a day adds up to the largest number for each post and shift.") List<Cover> cover,
        Rules rules,
        @JsonPropertyDescription("What is looked at when a shift begins, such as headset and screen.") List<Named> checks,
        @Min(0) @Max(120) @JsonPropertyDescription("Minutes after which who has not signed in is late; 5 if absent.") Integer lateAfter,
        @JsonPropertyDescription("Who is told of gaps, and how many days before.") List<Alarm> alarms) {

    /** Form of a time of day. */
    public static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final int LATE = 5;

    public RosterSection {
        rules = rules == null ? new Rules(null, null, null) : rules;
        checks = checks == null ? List.of() : checks;
        lateAfter = lateAfter == null ? LATE : lateAfter;
        alarms = alarms == null ? List.of() : alarms;
    }

    /** A post by key. */
    public Optional<Post> post(String key) {
        return posts.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** A shift by key. */
    public Optional<Shift> shift(String key) {
        return shifts.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** What somebody is on duty as. */
    public record Post(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles whose people can fill it, if they have the passes that it asks for.") List<String> roles,
            @Min(1) @Max(1000) @JsonPropertyDescription("How many seats there are; any number if absent.") Integer seats,
            @Min(1) @Max(1000) @JsonPropertyDescription("How many people at least have to be able to fill it; any number if absent.") Integer people) {
    }

    /** A part of the day; one that ends before it begins goes over midnight. */
    public record Shift(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {
    }

    /** How many people a post needs in a shift. */
    public record Cover(
            @NotNull @JsonPropertyDescription("Key of a post.") String post,
            @NotNull @JsonPropertyDescription("Key of a shift.") String shift,
            @Min(0) @Max(1000) int least,
            @JsonPropertyDescription("Which days; all if absent.") List<DayKind> on) {

        public Cover {
            on = on == null ? List.of() : on;
        }
    }

    /** What a day is. */
    public enum DayKind {
        /** A day that is worked, make-up days among them. */
        @JsonProperty("workday") WORKDAY,
        /** Saturday or Sunday that is neither worked nor a holiday. */
        @JsonProperty("weekend") WEEKEND,
        /** A day off by the calendar. */
        @JsonProperty("holiday") HOLIDAY;

        /** As written in configurations and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What nobody may be asked for. */
    public record Rules(
            @Min(0) @Max(24) @JsonPropertyDescription("Hours between two shifts; 11 if absent.") Integer rest,
            @Min(1) @Max(31) @JsonPropertyDescription("Most days in a row; 6 if absent.") Integer daysInARow,
            @Min(1) @Max(168) @JsonPropertyDescription("Most hours in a week from Monday to Sunday; 48 if absent.") Integer hoursAWeek) {

        public Rules {
            rest = rest == null ? 11 : rest;
            daysInARow = daysInARow == null ? 6 : daysInARow;
            hoursAWeek = hoursAWeek == null ? 48 : hoursAWeek;
        }
    }

    /** Who is told of a gap. */
    public record Alarm(
            @Min(0) @Max(60) @JsonPropertyDescription("Days before the gap.") int daysBefore,
            @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles) {
    }
}
