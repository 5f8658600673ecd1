package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a configuration, by place. */
public final class ConfigFindings {

    /**
     * Something wrong.
     *
     * @param section  name of the section, such as {@code tickets}
     * @param pointer  JSON pointer within the section
     * @param message  key of the text in the message bundle
     */
    public record Finding(String section, String pointer, String message, List<Object> arguments) {
    }

    private final List<Finding> findings = new ArrayList<>();

    /** Something is wrong at a place. */
    public void add(String section, String pointer, String message, Object... arguments) {
        findings.add(new Finding(section, pointer, message, List.of(arguments)));
    }

    /** Whoever reads a text is to read it in a language that the tenant says it speaks. */
    public void languages(String section, String pointer, LocalizedText text, List<String> locales) {
        locales.stream().filter(locale -> !text.byTag().containsKey(locale)).forEach(locale -> add(section, pointer, "config.missing-language", locale));
    }

    public List<Finding> all() {
        return List.copyOf(findings);
    }
}
