package dev.pledgedesk.identity.control;

import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.tenancy.PrivacySection.NameSearch;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What customers are found by when somebody knows their name: keyed tokens of the whole name and, where the tenant asks for that, of its beginnings. */
@ApplicationScoped
public class NameIndex {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bc]");
    /** Longer beginnings than these tell one from the other no better. */
    private static final int LONGEST = 12;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Tenants tenants;

    /** What a name is to be found by. */
    public List<String> tokens(String name) {
        String whole = normalised(name);
        if (whole.isEmpty()) {
            return List.of();
        }
        Stream<String> exact = Stream.of(exact(whole));
        return (tenants.config().nameSearch() == NameSearch.PREFIX ? Stream.concat(exact, beginnings(whole).stream().map(this::beginning)) : exact).toList();
    }

    /** What to look for when somebody types a name or its beginning; one of these is enough. Empty if there is no letter in it. */
    public List<String> wanted(String typed) {
        String whole = normalised(typed);
        if (whole.isEmpty()) {
            return List.of();
        }
        if (tenants.config().nameSearch() == NameSearch.EXACT) {
            return List.of(exact(whole));
        }
        return List.of(exact(whole), beginning(whole.codePointCount(0, whole.length()) <= LONGEST ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST))));
    }

    /** Whether a name is what was typed, or begins so, itself or from a later word on: what was found by a beginning alone may go on in another way. */
    public static boolean fits(String name, String typed) {
        return (" " + normalised(name)).contains(" " + normalised(typed));
    }

    /** Of the whole, and of what remains of it from each later word on. */
    static Set<String> beginnings(String whole) {
        Set<String> all = new LinkedHashSet<>();
        for (String rest = whole; !rest.isEmpty(); rest = rest.contains(" ") ? rest.substring(rest.indexOf(' ') + 1) : "") {
            int points = Math.min(LONGEST, rest.codePointCount(0, rest.length()));
            for (int length = shortest(rest); length <= points; length++) {
                all.add(rest.substring(0, rest.offsetByCodePoints(0, length)));
            }
        }
        return all;
    }

    /** One character of Chinese says as much as two letters. */
    private static int shortest(String text) {
        return Character.isIdeographic(text.codePointAt(0)) ? 1 : 2;
    }

    /** NFKC, lower case, no apostrophes, one blank between words. */
    static String normalised(String name) {
        String one = APOSTROPHES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
        return BETWEEN.matcher(one).replaceAll(" ").strip();
    }

    private String exact(String whole) {
        return blindIndex.token("name " + whole);
    }

    private String beginning(String text) {
        return blindIndex.token("name-beginning " + text);
    }
}
