package dev.pledgedesk.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Texts of the product in the languages it speaks, zh-CN and en. No other class holds a text that a user reads. */
public final class Messages {

    /** Languages with a complete bundle, the first being the one used when nothing else fits. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** The common texts and those of each set of pages; a key stands in one of them only. */
    public static final List<String> BUNDLES = List.of("dev.pledgedesk.messages", "dev.pledgedesk.portal.texts", "dev.pledgedesk.console.texts");

    private final List<ResourceBundle> bundles;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        // No fallback to the server's own language: a Turkish server must not change an English page.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundles = BUNDLES.stream().map(name -> ResourceBundle.getBundle(name, locale, control)).toList();
    }

    /** The bundle that fits a wish such as {@code zh-CN}, {@code zh} or {@code en-GB}; English if none does. */
    public static Messages in(Locale wish) {
        return new Messages("zh".equals(wish.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** As {@link #in(Locale)}, from a language tag; null is English. */
    public static Messages in(String tag) {
        return in(tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag));
    }

    /** A text of ours in every language, for where tenants have texts of their own. */
    public static LocalizedText everywhere(String key) {
        return new LocalizedText(LOCALES.stream().collect(Collectors.toMap(Locale::toLanguageTag, locale -> in(locale).text(key))));
    }

    /** Language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Whether a text of that key exists. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(b -> b.containsKey(key));
    }

    /** The keys that begin with something, sorted. */
    public List<String> keys(String prefix) {
        return bundles.stream().flatMap(b -> b.keySet().stream()).filter(key -> key.startsWith(prefix)).sorted().toList();
    }

    /** The text of a key, filled with the arguments, those that are texts in several languages in this one; a missing key throws, a test sees to it that none is. */
    public String text(String key, Object... arguments) {
        String pattern = bundles.stream().filter(b -> b.containsKey(key)).findFirst()
                .orElseThrow(() -> new MissingResourceException("no text for " + key, getClass().getName(), key)).getString(key);
        return arguments.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, locale).format(Arrays.stream(arguments)
                .map(argument -> argument instanceof LocalizedText several ? several.in(locale) : argument).toArray());
    }
}
