package dev.pledgedesk.launcher;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What helps with calendars; works without a server. */
@Command(name = "calendar", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Helps with calendars.yaml; works without a server.")
final class CalendarCommand {

    private static final int MOST_OCCURRENCES = 1_000;

    @Command(name = "from-ics", mixinStandardHelpOptions = true, description = {
        "Prints the days off of an iCalendar file as a table for calendars.yaml: whole days of one year, those that come every year among them.",
        "Events with a time are no days off and are left out; how many is told."})
    int fromIcs(@Parameters(paramLabel = "FILE", description = "An .ics file.") Path file,
                @Option(names = "--region", required = true, description = "What the table is for, such as DE-BY.") String region,
                @Option(names = "--year", required = true, description = "Which year.") int year,
                @Option(names = "--source", required = true, description = "Where the days come from; stands in the table.") String source,
                @Option(names = "--language", split = ",", defaultValue = "zh-CN,en", description = "Languages of the tenant; the event's name is given to each (default: ${DEFAULT-VALUE}).") List<String> languages) {
        List<ICalendar> calendars = read(file);
        TreeMap<LocalDate, String> days = new TreeMap<>();
        int timed = 0;
        for (ICalendar calendar : calendars) {
            for (VEvent event : calendar.getEvents()) {
                if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
                    continue;
                }
                if (event.getDateStart().getValue().hasTime()) {
                    timed++;
                } else {
                    add(event, year, days);
                }
            }
        }
        if (days.isEmpty()) {
            throw new LauncherFailure(ExitCode.PROBLEMS, file + " has no whole days in " + year + ".");
        }
        System.out.println("holidays:\n  - region: " + quoted(region) + "\n    year: " + year + "\n    source: " + quoted(source) + "\n    off:");
        days.forEach((day, name) -> System.out.println("      - {name: {" + String.join(", ", languages.stream().map(language -> language.strip() + ": " + quoted(name)).toList()) + "}, from: " + day + "}"));
        if (timed > 0) {
            System.err.println(timed + " events with a time of the day were left out.");
        }
        return ExitCode.OK.number();
    }

    private static List<ICalendar> read(Path file) {
        try {
            List<ICalendar> calendars = Biweekly.parse(Files.readString(file, StandardCharsets.UTF_8)).all();
            if (calendars.isEmpty()) {
                throw new LauncherFailure(ExitCode.PROBLEMS, file + " is no iCalendar file.");
            }
            return calendars;
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.USAGE, file + " cannot be read (" + OneLine.reason(e) + ").", e);
        }
    }

    /** Every day of an event and of its repetitions, as far as they are in the year. */
    private static void add(VEvent event, int year, TreeMap<LocalDate, String> days) {
        String name = event.getSummary() == null ? "-" : event.getSummary().getValue();
        LocalDate first = day(event.getDateStart().getValue());
        // The end is the day after the last one.
        int length = event.getDateEnd() == null ? 1 : Math.max(1, (int) (day(event.getDateEnd().getValue()).toEpochDay() - first.toEpochDay()));
        // The library reads a day as its midnight in the zone of the machine.
        DateIterator occurrences = event.getDateIterator(TimeZone.getDefault());
        for (int i = 0; i < MOST_OCCURRENCES && occurrences.hasNext(); i++) {
            LocalDate begin = occurrences.next().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
            if (begin.getYear() > year) {
                return;
            }
            begin.datesUntil(begin.plusDays(length)).filter(day -> day.getYear() == year).forEach(day -> days.putIfAbsent(day, name));
        }
    }

    private static LocalDate day(biweekly.util.ICalDate date) {
        var parts = date.getRawComponents();
        return parts == null ? new Date(date.getTime()).toInstant().atZone(ZoneId.systemDefault()).toLocalDate() : LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''").replaceAll("\\s+", " ").strip() + "'";
    }
}
