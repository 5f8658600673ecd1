package dev.pledgedesk.kernel;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts with blanks such as {@code {name}}, which people write and programs fill. */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private Blanks() {
    }

    /** The names of the blanks of a text. */
    public static Set<String> of(String text) {
        return BLANK.matcher(text).results().map(blank -> blank.group(1)).collect(Collectors.toSet());
    }

    /** A text with its blanks filled; one without a value stays. In one pass, so that a value is never taken for a blank. */
    public static String fill(String text, Map<String, String> values) {
        return BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
    }
}
