package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotNull;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tenant's own words on the pages that its customers see: {@code portal.yaml}, which may be absent; what is not in it has the platform's words. */
public record PortalSection(@JsonPropertyDescription("Texts with words of the tenant's own; each once.") List<Text> texts) {

    /** What the keys of texts of the portal begin with. */
    public static final String PREFIX = "portal.";

    /** A blank such as {0}, which a page fills. */
    private static final Pattern BLANK = Pattern.compile("\\{([0-9])}");

    public PortalSection {
        texts = texts == null ? List.of() : texts;
    }

    /** One text. */
    public record Text(
            @NotNull @JsonPropertyDescription("Which text, such as portal.home.greeting; the console lists them all.") String key,
            @NotNull @JsonPropertyDescription("Plain text; with the blanks that the platform's text has, such as {0}.") LocalizedText text) {
    }

    /** A text filled by a page, in one pass, so that a value is never taken for a blank; numbers as the language writes them. */
    public static String fill(String text, Locale locale, Object... arguments) {
        return BLANK.matcher(text).replaceAll(blank -> {
            int number = Integer.parseInt(blank.group(1));
            Object value = number < arguments.length ? arguments[number] : blank.group();
            return Matcher.quoteReplacement(value instanceof Number amount ? NumberFormat.getInstance(locale).format(amount) : String.valueOf(value));
        });
    }

    /** The blanks of a text, such as {@code {0}}. */
    public static Set<String> blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
