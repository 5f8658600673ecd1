package dev.pledgedesk.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A tenant's own text in several languages, by language tag such as {@code zh-CN}. */
public record LocalizedText(@JsonValue Map<String, String> byTag) {

    @JsonCreator
    public LocalizedText {
        byTag = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
    }

    /** What is the same in every language, such as a number. */
    public static LocalizedText same(String text) {
        return new LocalizedText(Map.of("en", text));
    }

    /** The text in the language that fits best: exact tag, same language, English, any. Empty if there is none at all. */
    public String in(Locale locale) {
        String exact = byTag.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        return byTag.entrySet().stream()
                .filter(e -> Locale.forLanguageTag(e.getKey()).getLanguage().equals(locale.getLanguage()))
                .map(Map.Entry::getValue).findFirst()
                .orElseGet(() -> byTag.getOrDefault("en", byTag.values().stream().findFirst().orElse("")));
    }
}
