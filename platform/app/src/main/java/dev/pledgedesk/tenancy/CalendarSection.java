package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.List;

/** When the vendor works: {@code calendars.yaml}, which may be absent; there is always the calendar {@code always}, 24 hours on 7 days. */
public record CalendarSection(
        @JsonPropertyDescription("Tables of days off and make-up working days of your own; the platform has those of mainland China, region CN.") List<HolidayTable> holidays,
        List<Calendar> calendars) {

    /** The calendar that every tenant has. */
    public static final String ALWAYS = "always";
    /** Form of opening hours; 24:00 is the end of the day. */
    public static final String HOURS = "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    /** Form of a day. */
    public static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public CalendarSection {
        holidays = holidays == null ? List.of() : holidays;
        calendars = calendars == null ? List.of() : calendars;
    }

    /** Days off and make-up working days (调休) of a region in a year. */
    public record HolidayTable(
            @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9-]{1,19}$") @JsonPropertyDescription("Such as DE-BY; CN replaces the platform's table of that year.") String region,
            @NotNull Integer year,
            @NotNull @NotEmpty @JsonPropertyDescription("Where the days come from, such as the number of a notice.") String source,
            @NotNull List<DayOff> off,
            @JsonPropertyDescription("Days that are worked instead of others, such as Saturdays.") List<@Pattern(regexp = DATE) String> work) {

        public HolidayTable {
            work = work == null ? List.of() : work;
        }
    }

    /** Days that are off for one reason. */
    public record DayOff(
            @NotNull LocalizedText name,
            @NotNull @Pattern(regexp = DATE) String from,
            @Pattern(regexp = DATE) @JsonPropertyDescription("Last day; the first one if absent.") String to) {

        public DayOff {
            to = to == null ? from : to;
        }
    }

    /** A calendar that time is counted on. */
    public record Calendar(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("Time zone such as Asia/Shanghai; that of the tenant if absent.") String zone,
            @NotNull @NotEmpty @JsonPropertyDescription("Hours of an ordinary week; a day comes once.") List<WeekPart> week,
            @JsonPropertyDescription("Regions whose days off and make-up days count.") List<String> regions,
            @JsonPropertyDescription("Hours of a make-up working day; those of the first day above if absent.") List<@Pattern(regexp = HOURS) String> makeUpHours,
            @JsonPropertyDescription("Days that are different; they count more than the regions.") List<SpecialDay> exceptions) {

        public Calendar {
            regions = regions == null ? List.of() : regions;
            makeUpHours = makeUpHours == null ? List.of() : makeUpHours;
            exceptions = exceptions == null ? List.of() : exceptions;
        }
    }

    /** Days of the week with the same hours. */
    public record WeekPart(@NotNull @NotEmpty List<Day> days, @NotNull @NotEmpty List<@Pattern(regexp = HOURS) String> hours) {
    }

    /** A day that is different. */
    public record SpecialDay(
            @NotNull @Pattern(regexp = DATE) String date,
            @NotNull LocalizedText name,
            @JsonPropertyDescription("Closed if absent.") List<@Pattern(regexp = HOURS) String> hours) {

        public SpecialDay {
            hours = hours == null ? List.of() : hours;
        }
    }

    /** A day of the week, as configurations name it. */
    public enum Day {
        @JsonProperty("monday") MONDAY, @JsonProperty("tuesday") TUESDAY, @JsonProperty("wednesday") WEDNESDAY, @JsonProperty("thursday") THURSDAY,
        @JsonProperty("friday") FRIDAY, @JsonProperty("saturday") SATURDAY, @JsonProperty("sunday") SUNDAY;

        /** The same day. */
        public DayOfWeek dayOfWeek() {
            return DayOfWeek.valueOf(name());
        }
    }
}
