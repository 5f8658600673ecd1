package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the command line's small lists apart: {@code a=b,c=d}. A backslash makes the next sign an ordinary one. */
final class Words {

    private Words() {
    }

    /** What stands before and after the first separator. */
    static String[] pair(String option, String text, char separator) {
        List<String> parts = split(text, separator, 2);
        if (parts.size() < 2 || parts.get(0).isBlank()) {
            throw new LauncherFailure(ExitCode.USAGE, option + " \"" + text + "\" has no " + separator + ". See pledgedesk import --help.");
        }
        return new String[] {plain(parts.get(0)).strip(), parts.get(1)};
    }

    /** What stands between commas. */
    static List<String> list(String text) {
        return split(text, ',', Integer.MAX_VALUE).stream().map(Words::plain).map(String::strip).toList();
    }

    /** Pairs between commas; the same key twice is refused. */
    static Map<String, String> pairs(String option, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String one : split(text, ',', Integer.MAX_VALUE)) {
            String[] pair = pair(option, one, '=');
            if (pairs.put(pair[0], plain(pair[1]).strip()) != null) {
                throw new LauncherFailure(ExitCode.USAGE, option + " names \"" + pair[0] + "\" twice.");
            }
        }
        return pairs;
    }

    /** The text without the backslashes that kept signs from being separators. */
    static String plain(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static List<String> split(String text, char separator, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && parts.size() < most - 1; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
