package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes tickets of rows: which member takes its text from which column, by which translation of values, and which is the same for all rows. */
final class Mapping {

    /** Members of a ticket that are texts, beside {@code fields.KEY}. */
    static final List<String> MEMBERS = List.of("type", "category", "subject", "description", "priority", "channel", "tags", "externalId", "requester.name",
        "requester.email", "requester.phone", "requester.locale");
    /** The member of the contract that says that nobody knows who asks. */
    static final String ANONYMOUS = "requester.anonymous";

    private static final List<String> NEEDED = List.of("description", "subject", "type");
    private static final String FIELDS = "fields.";
    private static final String REQUESTER = "requester.";
    private static final String ANY = "*";
    private static final Pattern TAG_SEPARATOR = Pattern.compile("[,;，；]");

    /**
     * Where a member's text comes from.
     *
     * @param column   of the file; null for a constant
     * @param constant the same for every row; null for a column
     * @param values   by the text of the cell, empty to take it as it is; {@code *} stands for all others
     * @param longest  most characters, 0 for no limit
     */
    private record Source(String column, String constant, Map<String, String> values, int longest) {
    }

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final boolean anonymous;

    /**
     * An empty mapping.
     *
     * @param anonymous whether a row that names nobody is of an unknown requester
     */
    Mapping(boolean anonymous) {
        this.anonymous = anonymous;
    }

    /** The same text for every row. */
    void set(String member, String constant) {
        add(member, new Source(null, constant, Map.of(), 0));
    }

    /** The text of a column. */
    void map(String member, String column) {
        add(member, new Source(column, null, Map.of(), 0));
    }

    /** The subject is the beginning of a column, at most so many characters of it, in one line. */
    void subjectFrom(String column, int longest) {
        add("subject", new Source(column, null, Map.of(), longest));
    }

    /** Translates the texts of a member's column. */
    void translate(String member, Map<String, String> values) {
        Source source = sources.get(member);
        if (source == null || source.column() == null) {
            throw new LauncherFailure(ExitCode.USAGE, "--values " + member + ": no --map gives this member a column.");
        }
        Map<String, String> all = new LinkedHashMap<>(source.values());
        all.putAll(values);
        sources.put(member, new Source(source.column(), null, all, source.longest()));
    }

    private void add(String member, Source source) {
        if (!MEMBERS.contains(member) && !(member.startsWith(FIELDS) && member.length() > FIELDS.length())) {
            throw new LauncherFailure(ExitCode.USAGE, "A ticket has no member \"" + member + "\". There are " + String.join(", ", MEMBERS) + " and fields.KEY.");
        }
        if (sources.putIfAbsent(member, source) != null) {
            throw new LauncherFailure(ExitCode.USAGE, "The member \"" + member + "\" is given twice.");
        }
    }

    /** Whether a member is given at all. */
    boolean has(String member) {
        return sources.containsKey(member);
    }

    /** Refuses a mapping of which no ticket can come. */
    void requireWhole() {
        for (String needed : NEEDED) {
            if (!has(needed)) {
                throw new LauncherFailure(ExitCode.USAGE, "Nothing says what the " + needed + " of a ticket is. Give --map " + needed + "=COLUMN"
                    + (needed.equals("subject") ? " or --subject-from COLUMN." : needed.equals("type") ? " or --type TYPE." : "."));
            }
        }
        if (!anonymous && !has("requester.email") && !has("requester.phone")) {
            throw new LauncherFailure(ExitCode.USAGE,
                "Nothing says who asks. Give --map requester.email=COLUMN, --map requester.phone=COLUMN, or --anonymous if nobody knows.");
        }
    }

    /** The columns that it reads. */
    Set<String> columns() {
        return sources.values().stream().map(Source::column).filter(c -> c != null).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The column that a member comes from; empty if from none. */
    String columnOf(String member) {
        return Optional.ofNullable(sources.get(member)).map(Source::column).orElse("");
    }

    /**
     * The ticket of a row.
     *
     * @throws BadRow if a text is none of those that the member takes
     */
    NewTicket ticket(Row row) throws BadRow {
        List<RowError> errors = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        sources.forEach((member, source) -> {
            String text = text(row, member, source, errors);
            if (text != null && !text.isBlank()) {
                texts.put(member, text);
            }
        });
        NewTicket ticket = new NewTicket().type(texts.get("type")).category(texts.get("category")).subject(texts.getOrDefault("subject", ""))
            .description(texts.getOrDefault("description", "")).externalId(texts.get("externalId")).requester(requester(texts));
        texts.forEach((member, text) -> {
            if (member.startsWith(FIELDS)) {
                ticket.putFieldsItem(member.substring(FIELDS.length()), text);
            }
        });
        if (texts.containsKey("tags")) {
            TAG_SEPARATOR.splitAsStream(texts.get("tags")).map(String::strip).filter(t -> !t.isEmpty()).forEach(ticket::addTagsItem);
        }
        ticket.priority(oneOf(Priority.values(), row, "priority", texts, errors)).channel(oneOf(Channel.values(), row, "channel", texts, errors));
        NEEDED.stream().filter(member -> !texts.containsKey(member) && errors.stream().noneMatch(e -> e.column().equals(columnOf(member))))
            .map(member -> new RowError(row.line(), columnOf(member), "The cell is empty, and the " + member + " is needed.")).findFirst().ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw new BadRow(errors);
        }
        return ticket;
    }

    private static String text(Row row, String member, Source source, List<RowError> errors) {
        if (source.column() == null) {
            return source.constant();
        }
        String cell = row.cell(source.column());
        if (source.longest() > 0) {
            return shortened(cell, source.longest());
        }
        if (source.values().isEmpty()) {
            return cell;
        }
        String value = source.values().getOrDefault(cell.strip(), source.values().get(ANY));
        if (value == null && !cell.isBlank()) {
            errors.add(new RowError(row.line(), source.column(), "\"" + cell.strip() + "\" is none of the values of --values " + member + "."));
        }
        return value;
    }

    private static String shortened(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest)).strip() + "…";
    }

    private NewRequester requester(Map<String, String> texts) {
        if (anonymous && texts.keySet().stream().noneMatch(member -> member.startsWith(REQUESTER))) {
            return new NewRequester().anonymous(true);
        }
        return new NewRequester().name(texts.get("requester.name")).email(texts.get("requester.email")).phone(texts.get("requester.phone"))
            .locale(texts.get("requester.locale"));
    }

    private <E extends Enum<E>> E oneOf(E[] all, Row row, String member, Map<String, String> texts, List<RowError> errors) {
        String text = texts.get(member);
        if (text == null) {
            return null;
        }
        // The names that the contract uses are what these print.
        for (E one : all) {
            if (one.toString().equals(text.strip())) {
                return one;
            }
        }
        errors.add(new RowError(row.line(), columnOf(member), "The " + member + " \"" + text.strip() + "\" is none of "
            + Arrays.stream(all).map(Object::toString).collect(Collectors.joining(", ")) + "."));
        return null;
    }
}
