package dev.pledgedesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.calendar.control.CalendarMaker;
import dev.pledgedesk.calendar.control.PlatformTables;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.CalendarSection.Calendar;
import dev.pledgedesk.tenancy.CalendarSection.Day;
import dev.pledgedesk.tenancy.CalendarSection.SpecialDay;
import dev.pledgedesk.tenancy.CalendarSection.WeekPart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Time that counts, against a look at every single minute: where clocks change, at midnight, in leap years, around make-up working days. */
class WorkCalendarTest {

    private static final LocalizedText NAME = new LocalizedText(Map.of("en", "x"));
    private static final List<Day> WEEKDAYS = List.of(Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY, Day.FRIDAY);
    /** Zones with changes at night, at midnight, of half an hour, of a whole day, and none. */
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Shanghai", "Pacific/Chatham", "Africa/Casablanca", "UTC");
    /** Beginnings of days around which clocks change somewhere, of a leap day, and of days around holidays. */
    private static final List<String> DAYS = List.of("2024-03-30", "2024-10-26", "2018-11-03", "2018-02-17", "2023-04-01", "2023-10-07", "2011-12-29", "2024-02-28", "2024-02-03", "2024-02-16", "2025-01-25", "2026-02-13",
            "2024-03-09", "2024-11-02", "2024-04-13");
    private static final int MINUTES = 5 * 24 * 60;

    record Case(String zone, Calendar calendar, Instant from) {

        WorkCalendar made() {
            return CalendarMaker.make(calendar, zone, calendar.regions().isEmpty() ? List.of() : PlatformTables.latest());
        }

        /** Whether a minute counts, by the clock on the wall and the words of the configuration alone. */
        boolean open(Instant moment) {
            LocalDateTime wall = LocalDateTime.ofInstant(moment, ZoneId.of(zone));
            return hours(wall.toLocalDate()).stream().anyMatch(text -> {
                String time = String.format(java.util.Locale.ROOT, "%02d:%02d", wall.getHour(), wall.getMinute());
                return text.substring(0, 5).compareTo(time) <= 0 && time.compareTo(text.substring(6)) < 0;
            });
        }

        List<String> hours(LocalDate date) {
            for (SpecialDay special : calendar.exceptions()) {
                if (special.date().equals(date.toString())) {
                    return special.hours();
                }
            }
            if (calendar.regions().contains("CN")) {
                for (HolidayTable table : PlatformTables.latest()) {
                    if (table.off().containsKey(date)) {
                        return List.of();
                    }
                    if (table.work().contains(date)) {
                        return calendar.makeUpHours().isEmpty() ? calendar.week().get(0).hours() : calendar.makeUpHours();
                    }
                }
            }
            return calendar.week().stream().filter(part -> part.days().contains(Day.valueOf(date.getDayOfWeek().name()))).findFirst().map(WeekPart::hours).orElse(List.of());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<String>> hours = Arbitraries.integers().between(0, 96).set().ofMinSize(2).ofMaxSize(6).map(marks -> {
            List<Integer> sorted = marks.stream().sorted().toList();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i + 1 < sorted.size(); i += 2) {
                texts.add(time(sorted.get(i)) + "-" + time(sorted.get(i + 1)));
            }
            return texts;
        });
        return Combinators.combine(Arbitraries.of(ZONES), Arbitraries.of(DAYS), hours, hours, Arbitraries.integers().between(0, 24 * 60), Arbitraries.of(true, false)).as((zone, day, week, other, minute, china) -> {
            Calendar calendar = new Calendar("office", NAME, zone, List.of(new WeekPart(WEEKDAYS, week), new WeekPart(List.of(Day.SATURDAY), other)), china ? List.of("CN") : List.of(), other,
                    List.of(new SpecialDay(LocalDate.parse(day).plusDays(3).toString(), NAME, week)));
            return new Case(zone, calendar, LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant().plusSeconds(minute * 60L));
        });
    }

    private static String time(int quarter) {
        return quarter == 96 ? "24:00" : String.format(java.util.Locale.ROOT, "%02d:%02d", quarter / 4, quarter % 4 * 15);
    }

    @Property(tries = 300)
    void everyMinuteIsCountedOnce(@ForAll("cases") Case one) {
        WorkCalendar calendar = one.made();
        long counted = 0;
        for (int m = 0; m < MINUTES; m++) {
            Instant minute = one.from().plusSeconds(m * 60L);
            boolean open = one.open(minute);
            assertThat(calendar.isOpen(minute)).as("%s", minute).isEqualTo(open);
            counted += open ? 1 : 0;
            if (m % 487 == 0) {
                assertThat(calendar.between(one.from(), minute.plusSeconds(60), false)).as("up to %s", minute).isEqualTo(Duration.ofMinutes(counted));
            }
        }
        Instant to = one.from().plusSeconds(MINUTES * 60L);
        assertThat(calendar.between(one.from(), to, false)).isEqualTo(Duration.ofMinutes(counted));
        List<Interval> open = calendar.open(one.from(), to);
        assertThat(open.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(counted));
        for (int i = 1; i < open.size(); i++) {
            assertThat(open.get(i).from()).as("apart").isAfter(open.get(i - 1).to());
        }
    }

    @Property(tries = 300)
    void aLimitEndsWithTheMinuteThatFillsIt(@ForAll("cases") Case one, @ForAll("limits") int minutes) {
        WorkCalendar calendar = one.made();
        long left = minutes;
        Instant end = null;
        for (int m = 0; m < MINUTES && end == null; m++) {
            Instant minute = one.from().plusSeconds(m * 60L);
            left -= one.open(minute) ? 1 : 0;
            end = left == 0 ? minute.plusSeconds(60) : null;
        }
        if (end != null) {
            assertThat(calendar.after(one.from(), Duration.ofMinutes(minutes), false)).isEqualTo(end);
        }
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, 3_000);
    }

    @Property(tries = 300)
    void partsAddUp(@ForAll("cases") Case one, @ForAll("limits") int first, @ForAll("limits") int second) {
        WorkCalendar calendar = one.made();
        Instant middle = one.from().plusSeconds(first * 60L);
        Instant end = middle.plusSeconds(second * 60L);
        assertThat(calendar.between(one.from(), middle, false).plus(calendar.between(middle, end, false))).isEqualTo(calendar.between(one.from(), end, false));
        Duration days = calendar.between(one.from(), end, true);
        assertThat(calendar.between(one.from(), middle, true).plus(calendar.between(middle, end, true)).minus(days).abs()).isLessThan(Duration.ofMillis(50));
        if (!days.isZero()) {
            Instant back = calendar.after(one.from(), days, true);
            assertThat(calendar.between(one.from(), back, true).minus(days).abs()).as("there and back").isLessThan(Duration.ofMillis(50));
            assertThat(back).isBeforeOrEqualTo(end.plusMillis(50));
        }
        assertThat(calendar.between(end, one.from(), false)).as("nothing backwards").isZero();
        assertThat(calendar.between(middle, middle, true)).isZero();
    }

    private static WorkCalendar office() {
        return CalendarMaker.make(new Calendar("office", NAME, null, List.of(new WeekPart(WEEKDAYS, List.of("09:00-12:00", "13:00-18:00"))), List.of("CN"), List.of(), List.of()), "Asia/Shanghai", PlatformTables.latest());
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @Example
    void workingDaysEndAtTheSameTimeOnTheNextOnes() {
        WorkCalendar office = office();
        assertThat(office.after(at("2026-03-02T10:00"), Duration.ofDays(1), true)).as("Monday to Tuesday").isEqualTo(at("2026-03-03T10:00"));
        assertThat(office.after(at("2026-03-06T17:00"), Duration.ofDays(1), true)).as("Friday to Monday").isEqualTo(at("2026-03-09T17:00"));
        assertThat(office.after(at("2026-03-06T20:00"), Duration.ofDays(1), true)).as("after hours: the whole next working day").isEqualTo(at("2026-03-09T18:00"));
        assertThat(office.after(at("2026-02-13T10:00"), Duration.ofDays(1), true)).as("the Saturday before the Spring Festival is worked").isEqualTo(at("2026-02-14T10:00"));
        assertThat(office.after(at("2026-02-14T10:00"), Duration.ofDays(1), true)).as("nine days off").isEqualTo(at("2026-02-24T10:00"));
        assertThat(office.after(at("2026-02-27T10:00"), Duration.ofDays(1), true)).as("and the Saturday after it").isEqualTo(at("2026-02-28T10:00"));
        assertThat(office.after(at("2026-02-28T17:00"), Duration.ofHours(2), false)).as("two hours over the weekend").isEqualTo(at("2026-03-02T10:00"));
        assertThat(office.after(at("2026-03-02T11:30"), Duration.ofHours(1), false)).as("over lunch").isEqualTo(at("2026-03-02T13:30"));
        assertThat(office.after(at("2026-03-02T17:00"), Duration.ofHours(1), false)).as("to the end of the day, not to the next opening").isEqualTo(at("2026-03-02T18:00"));
    }

    @Example
    void aroundTheClockEveryHourCounts() {
        WorkCalendar always = CalendarMaker.always();
        Instant now = Instant.parse("2024-03-30T12:00:00Z");
        assertThat(always.after(now, Duration.ofHours(24), false)).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(always.after(now, Duration.ofDays(2), true)).isEqualTo(now.plus(Duration.ofDays(2)));
        assertThat(always.open(now, now.plus(Duration.ofDays(3)))).as("one stretch").hasSize(1);
    }

    @Example
    void whereItIsNeverOpenNothingEnds() {
        WorkCalendar never = new WorkCalendar(ZoneId.of("UTC"), date -> List.of());
        assertThat(never.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(1_000_000), false)).isZero();
        assertThatThrownBy(() -> never.after(Instant.EPOCH, Duration.ofMinutes(1), false)).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void theTablesOfMainlandChinaAreThoseOfTheNotices() {
        assertThat(PlatformTables.latest()).extracting(HolidayTable::name).containsExactlyInAnyOrder("CN-2024/1", "CN-2025/1", "CN-2026/1");
        for (HolidayTable table : PlatformTables.latest()) {
            assertThat(table.source()).startsWith("国办发明电");
            assertThat(table.off().keySet()).allMatch(day -> day.getYear() == table.year());
            assertThat(table.work()).as("make-up days are weekends").allMatch(day -> day.getDayOfWeek().getValue() > 5 && day.getYear() == table.year()).noneMatch(table.off()::containsKey);
        }
        assertThat(days("CN-2024/1")).isEqualTo(28);
        assertThat(days("CN-2025/1")).isEqualTo(28);
        assertThat(days("CN-2026/1")).isEqualTo(33);
        assertThat(Arrays.asList(PlatformTables.named("CN-2023/1"))).as("no source, no table").containsExactly((HolidayTable) null);
    }

    private static int days(String table) {
        return PlatformTables.named(table).off().size();
    }
}
