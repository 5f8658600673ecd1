package dev.pledgedesk.sdkloader;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of a plugin or of the SDK: three numbers, ordered as such.
 *
 * @param major breaks what was
 * @param minor adds to it
 * @param patch mends it
 */
public record PluginVersion(int major, int minor, int patch) implements Comparable<PluginVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");
    private static final Comparator<PluginVersion> ORDER = Comparator.comparingInt(PluginVersion::major).thenComparingInt(PluginVersion::minor).thenComparingInt(PluginVersion::patch);

    /** Reads one such as {@code 1.2.0}. */
    public static PluginVersion parse(String text) throws PluginRefused {
        Matcher numbers = FORM.matcher(text == null ? "" : text);
        if (!numbers.matches()) {
            throw new PluginRefused("\"" + text + "\" is no version of three numbers, such as 1.2.0");
        }
        return new PluginVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(3)));
    }

    @Override
    public int compareTo(PluginVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
