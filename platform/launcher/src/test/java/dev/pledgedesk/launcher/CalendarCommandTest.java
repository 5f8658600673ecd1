package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days off out of an iCalendar file: whole days of the year, repeated ones too, each once. */
class CalendarCommandTest {

    private static final String ICS = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN",
            "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260107", "SUMMARY:Epiphany", "END:VEVENT",
            "BEGIN:VEVENT", "UID:2", "DTSTART;VALUE=DATE:20201224", "DTEND;VALUE=DATE:20201227", "RRULE:FREQ=YEARLY", "SUMMARY:Year's end", "END:VEVENT",
            "BEGIN:VEVENT", "UID:3", "DTSTART;VALUE=DATE:20270501", "SUMMARY:Another year", "END:VEVENT",
            "BEGIN:VEVENT", "UID:4", "DTSTART:20260301T100000Z", "SUMMARY:A meeting", "END:VEVENT", "END:VCALENDAR", "");

    @TempDir
    Path files;

    private String printed(String content) throws IOException {
        Path file = Files.writeString(files.resolve("days.ics"), content);
        PrintStream before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            new CalendarCommand().fromIcs(file, "DE-BY", 2026, "Feiertagsgesetz", List.of("zh-CN", "en"));
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wholeDaysOfTheYearAreATable() throws IOException {
        assertThat(printed(ICS).lines().toList()).containsExactly("holidays:", "  - region: 'DE-BY'", "    year: 2026", "    source: 'Feiertagsgesetz'", "    off:",
                "      - {name: {zh-CN: 'Epiphany', en: 'Epiphany'}, from: 2026-01-06}", "      - {name: {zh-CN: 'Year''s end', en: 'Year''s end'}, from: 2026-12-24}",
                "      - {name: {zh-CN: 'Year''s end', en: 'Year''s end'}, from: 2026-12-25}", "      - {name: {zh-CN: 'Year''s end', en: 'Year''s end'}, from: 2026-12-26}");
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() -> printed("no calendar")).isInstanceOf(LauncherFailure.class).hasMessageContaining("no iCalendar file");
        assertThatThrownBy(() -> printed(ICS.replace("20260106", "20310106").replace("RRULE:FREQ=YEARLY", "X-NOTHING:1"))).isInstanceOf(LauncherFailure.class).hasMessageContaining("no whole days in 2026");
        assertThatThrownBy(() -> new CalendarCommand().fromIcs(files.resolve("absent.ics"), "X", 2026, "x", List.of("en"))).isInstanceOf(LauncherFailure.class).hasMessageContaining("absent.ics");
    }
}
