package dev.pledgedesk.privacy;

import dev.pledgedesk.privacy.control.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;

/**
 * Names for persons and their records in analyses: the same for the same person and purpose, another one for another purpose, and made with the person's own key, so that nobody,
 * not even the vendor, can tell whose they were once he is forgotten.
 */
@ApplicationScoped
public class Pseudonyms {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    @Inject
    PersonKeys keys;

    /** Fetches keys of persons at once. */
    public void fetch(Collection<UUID> persons) {
        keys.fetch(persons);
    }

    /** A person's; null once he is forgotten. */
    public String of(UUID person, String purpose) {
        return derived(person, "pseudonym|" + purpose);
    }

    /** A record's of a person; null once he is forgotten. */
    public String ofRecord(UUID person, String purpose, UUID record) {
        return derived(person, "pseudonym|" + purpose + "|" + record);
    }

    private String derived(UUID person, String label) {
        return keys.find(person).map(key -> TEXT.encodeToString(key.derived(label))).orElse(null);
    }
}
