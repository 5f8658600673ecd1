package dev.pledgedesk.privacy;

import dev.pledgedesk.privacy.control.PersonKey;
import dev.pledgedesk.privacy.control.PersonKeys;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Seals and opens personal values, each under the key of the person whom it is about. Form 1 is AES-256-GCM behind its form byte; form 0, clear text,
 * is read as long as rows of the time before encryption are there, and never written. Form 2 is what {@link Sealed#REMOVED} has.
 */
@ApplicationScoped
public class PersonalData {

    /** Stands for no person in particular, where a value has to be kept for a day before anybody is known: its key covers answers to repeated requests and unclaimed files. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final byte CLEAR = 0;
    private static final byte SEALED = 1;
    private static final byte REMOVED = 2;

    @Inject
    PersonKeys keys;

    @Inject
    TenantContext context;

    /**
     * Seals a value.
     *
     * @param person whose key covers it: the customer it is about, or the member of staff; made with the first value
     * @param place  where it will stand
     * @param value  null gives null
     */
    public Sealed seal(UUID person, Place place, String value) {
        return value == null ? null : sealed(keys.findOrMake(person), place, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the key of somebody who is new; saves {@link #seal} from looking for one. */
    public void introduce(UUID person) {
        keys.make(person);
    }

    /** Opens a value; null for null, and for what nobody can read any more because the person's key was destroyed. The arguments are those it was sealed with. */
    public String open(UUID person, Place place, Sealed sealed) {
        byte[] value = sealed == null ? null : opened(person, place, sealed);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** Fetches keys of persons whose values will be opened, by one query instead of one for each. */
    public void fetch(Collection<UUID> persons) {
        keys.fetch(persons);
    }

    /** A new key for the bytes of one file, which are too many to be sealed at once or to be sealed again when somebody claims it. */
    public static byte[] contentKey() {
        return PersonKey.fresh();
    }

    /** What seals and opens a file's bytes under a key of {@link #contentKey}. */
    public FileCipher cipher(UUID file, byte[] contentKey) {
        return new FileCipher(new PersonKey(context.tenantId().value(), contentKey), file);
    }

    /** Seals a key of {@link #contentKey}. */
    public Sealed sealKey(UUID person, Place place, byte[] contentKey) {
        return sealed(keys.findOrMake(person), place, contentKey);
    }

    /** Opens a key that was sealed; null if the person's key was destroyed. */
    public byte[] openKey(UUID person, Place place, Sealed sealed) {
        return opened(person, place, sealed);
    }

    /**
     * A value in the present form: sealed if it was in clear, and worth nothing if its person was forgotten before it was.
     *
     * @param sealed null gives null
     */
    public Sealed resealed(UUID person, Place place, Sealed sealed) {
        if (sealed == null || !sealed.isClear()) {
            return sealed;
        }
        return keys.isDestroyed(person) ? Sealed.REMOVED : sealed(keys.findOrMake(person), place, sealed.content());
    }

    /** Whether a person's key was destroyed, so that nothing can be sealed for him any more. */
    public boolean isForgotten(UUID person) {
        return keys.isDestroyed(person);
    }

    private byte[] opened(UUID person, Place place, Sealed sealed) {
        return switch (sealed.form()) {
            case CLEAR -> keys.isDestroyed(person) ? null : sealed.content();
            case SEALED -> keys.find(person).map(key -> key.open(place, sealed.content())).orElse(null);
            case REMOVED -> null;
            default -> throw new IllegalStateException("unknown form of sealing at " + place);
        };
    }

    /** Destroys a person's key for ever, as a part of the caller's transaction: nothing that it sealed can be read again, by nobody and from no backup of the data. */
    public void forget(UUID person) {
        keys.destroy(person);
    }

    /** Persons whose keys are destroyed, by id, from the one after {@code after} on. */
    public List<UUID> forgotten(UUID after, int atMost) {
        return keys.destroyed(after, atMost);
    }

    /** A value sealed under a key at hand, for loads of data that are prepared elsewhere. */
    public static Sealed sealed(PersonKey key, Place place, byte[] value) {
        return Sealed.of(SEALED, key.seal(place, value));
    }
}
