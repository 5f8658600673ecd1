package dev.pledgedesk.console;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.ticket.Priority;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what a form holds. */
final class Forms {

    private static final int LAST_YEAR = 9998;
    private static final String MARKS = "marks.";
    private static final TextBounds SENTENCE = new TextBounds(3, 500);

    private Forms() {
    }

    /** The text of a field without blanks around it; empty if it is not there. */
    static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        // Browsers send the end of a line as CR LF whatever was typed.
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** As {@link #text}, null if there is nothing in it. */
    static String orNull(MultivaluedMap<String, String> form, String name) {
        String value = text(form, name);
        return value.isEmpty() ? null : value;
    }

    /** A text of some words in a field; refused at the field if it is shorter or longer than that. */
    static String sentence(MultivaluedMap<String, String> form, String name) {
        return SENTENCE.take(text(form, name), "/" + name);
    }

    /** The priority of the field of that name, null if none was chosen. */
    static Priority priority(MultivaluedMap<String, String> form) {
        return priority(text(form, "priority"));
    }

    /** The priority of a key, null if there is none. */
    static Priority priority(String key) {
        return Arrays.stream(Priority.values()).filter(p -> p.key().equals(key)).findFirst().orElse(null);
    }

    /** The version a form was made for; one that no record has if it names none. */
    static Long version(MultivaluedMap<String, String> form) {
        try {
            return Long.valueOf(text(form, "version"));
        } catch (NumberFormatException none) {
            return -1L;
        }
    }

    /** A moment as a form says it, such as {@code 2026-03-01T16:00}, in a zone; null for an empty text; what is none is refused at the field. */
    static Instant moment(String name, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDateTime wall = LocalDateTime.parse(text);
            startOf(wall.toLocalDate().toString(), 0, zone);
            return wall.atZone(zone).toInstant();
        } catch (DateTimeException noMoment) {
            throw Problem.invalid(new FieldError("/" + name, "field.moment"));
        }
    }

    /** A time of the day such as {@code 22:00}, null for an empty text; what is none is refused at the field. */
    static LocalTime time(String name, String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw Problem.invalid(new FieldError("/" + name, "field.time"));
        }
    }

    /** As {@link #startOf}; what is no day is refused at the field. */
    static Instant day(String name, String text, int later, ZoneId zone) {
        try {
            return startOf(text, later, zone);
        } catch (DateTimeException noDay) {
            throw Problem.invalid(new FieldError("/" + name, "field.day"));
        }
    }

    /** When a day such as {@code 2026-03-01} begins in a zone, or the one so many days after it; of a year that is none for us no day is. */
    static Instant startOf(String day, int later, ZoneId zone) {
        LocalDate parsed = LocalDate.parse(day);
        if (parsed.getYear() < 1 || parsed.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + parsed.getYear());
        }
        return parsed.plusDays(later).atStartOfDay(zone).toInstant();
    }

    /** Words of a field that are parted by commas, in any of their shapes. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,，、;；]")).map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
    }

    /** What a problem says of each field, by the field's name in the form; what it says of the whole stands under an empty name. */
    static Map<String, String> errors(Problem problem, Messages messages) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldError error : problem.errors()) {
            String name = error.pointer().replaceFirst("^/", "").replaceFirst("^fields/", "field.").replaceFirst("^requester/", "")
                    .replaceFirst("^assigneeId$", "assignee").replaceFirst("^attachmentIds.*", "files").replaceFirst("^types/.*", "types");
            errors.putIfAbsent(name, messages.text(error.message(), error.arguments().toArray()));
        }
        errors.put("", messages.text(problem.detail(), problem.arguments().toArray()));
        return errors;
    }

    /** The status of a page that shows a form again; a problem that is not about the form goes on to the error page. */
    static int status(Problem problem) {
        return switch (problem.kind()) {
            case NOT_FOUND, DENIED, UNAUTHENTICATED, UNAVAILABLE -> throw problem;
            case INVALID -> Problem.Kind.UNPROCESSABLE.status();
            default -> problem.kind().status();
        };
    }

    /** Does what a form asks and goes on to a page; refused, its page is shown again. */
    static Response done(Runnable deed, String then, Function<Problem, HtmlPage> again) {
        try {
            deed.run();
            return Response.seeOther(Redirects.inside(then)).build();
        } catch (Problem refused) {
            int code = status(refused);
            return Response.status(code).entity(again.apply(refused)).build();
        }
    }

    /** Points by the key of what they are for, from fields {@code marks.<key>}; what is no number is left out. */
    static Map<String, Integer> marks(MultivaluedMap<String, String> form) {
        Map<String, Integer> marks = new HashMap<>();
        form.keySet().stream().filter(name -> name.startsWith(MARKS)).filter(name -> text(form, name).matches("[0-9]{1,3}"))
                .forEach(name -> marks.put(name.substring(MARKS.length()), Integer.valueOf(text(form, name))));
        return marks;
    }

    /** A number from 0 to 100 with one place at most; null if none was typed. */
    static BigDecimal percent(MultivaluedMap<String, String> form, String name) {
        String said = orNull(form, name);
        if (said != null && !said.matches("100(\\.0)?|[0-9]{1,2}(\\.[0-9])?")) {
            throw Problem.invalid(new FieldError("/" + name, "training.points", 0, 100));
        }
        return said == null ? null : new BigDecimal(said);
    }

    /** What was chosen of yes and no; refused at the field if nothing was. */
    static boolean yes(MultivaluedMap<String, String> form, String name) {
        String said = text(form, name);
        if (!isOneOf(said, "yes", "no")) {
            throw Problem.invalid(new FieldError("/" + name, "field.required"));
        }
        return said.equals("yes");
    }

    /** The first value of every field, to show what was typed again. */
    static Map<String, String> values(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.forEach((name, all) -> values.put(name, all.isEmpty() || all.get(0) == null ? "" : all.get(0)));
        return values;
    }

    /** Whether something that may be missing is one of some choices. */
    static boolean isOneOf(String said, String... choices) {
        return said != null && List.of(choices).contains(said);
    }
}
