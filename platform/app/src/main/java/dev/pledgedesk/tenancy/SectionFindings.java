package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is wrong in one section of a configuration, found by rules that sections share: keys are said once, and lead somewhere.
 *
 * @param section  name of the section
 * @param config   the whole of it
 * @param findings where it is collected
 */
public record SectionFindings(String section, TenantConfig config, ConfigFindings findings) {

    /** Something is wrong at a place in the section. */
    public void add(String pointer, String message, Object... arguments) {
        findings.add(section, pointer, message, arguments);
    }

    /** Looks at each of a list with its place; says so where a key stands twice, and gives the keys. */
    public <T> Set<String> each(String at, List<T> things, Function<T, String> key, BiConsumer<String, T> rule) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < things.size(); i++) {
            if (!keys.add(key.apply(things.get(i)))) {
                add(at + "/" + i + "/key", "config.key-twice", key.apply(things.get(i)));
            }
            rule.accept(at + "/" + i, things.get(i));
        }
        return keys;
    }

    /** Every key of a list is known. */
    public void known(String at, List<String> keys, Set<String> known) {
        for (int i = 0; i < keys.size(); i++) {
            known(at + "/" + i, keys.get(i), known);
        }
    }

    /** A key is known. */
    public void known(String at, String key, Set<String> known) {
        if (!known.contains(key)) {
            add(at, "config.unknown-reference", key);
        }
    }

    /** A text is said in every language of the tenant. */
    public void languages(String at, LocalizedText text) {
        findings.languages(section, at, text, config.tenant().locales());
    }

    /** Keys of the roles. */
    public Set<String> roles() {
        return config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
    }

    /** Keys of the ticket types. */
    public Set<String> types() {
        return config.tickets().ticketTypes().stream().map(TicketSection.TicketType::key).collect(Collectors.toSet());
    }
}
