package dev.pledgedesk.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the product in the languages it speaks, zh-CN and en. No other class holds a text that a user reads. */
public final class Messages {

    /** Languages with a complete bundle, the first being the one used when nothing else fits. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BUNDLE = "dev.pledgedesk.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        // No fallback to the server's own language: a Turkish server must not change an English page.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The bundle that fits a wish such as {@code zh-CN}, {@code zh} or {@code en-GB}; English if none does. */
    public static Messages in(Locale wish) {
        return new Messages("zh".equals(wish.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** As {@link #in(Locale)}, from a language tag; null is English. */
    public static Messages in(String tag) {
        return in(tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag));
    }

    /** Language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Whether a text of that key exists. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a key, filled with the arguments; a missing key throws, a test sees to it that none is. */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, locale).format(arguments);
    }
}
