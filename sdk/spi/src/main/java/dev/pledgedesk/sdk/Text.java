package dev.pledgedesk.sdk;

import java.util.Locale;
import java.util.Objects;

/**
 * A text that people read, in the platform's two languages. Plain text: whatever looks like markup is shown as it stands.
 *
 * @param en   English, at most 10,000 characters
 * @param zhCn Chinese, simplified
 * @since 1.0
 */
public record Text(String en, String zhCn) {

    private static final int LONGEST = 10_000;

    /** Refuses a language that is missing, and one that is too long. */
    public Text {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(zhCn, "zhCn");
        if (en.length() > LONGEST || zhCn.length() > LONGEST) {
            throw new IllegalArgumentException("a text has at most " + LONGEST + " characters");
        }
    }

    /**
     * The same in both languages, such as a number or a name.
     *
     * @param text in any language
     * @return the text
     */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /**
     * In a reader's language.
     *
     * @param locale of the reader
     * @return Chinese for Chinese readers, English for all others
     */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zhCn : en;
    }
}
