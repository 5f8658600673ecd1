package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Small things that a plugin keeps for a tenant, on disk and on every server alike; sealed as the tenant's other words are, and gone with the tenant or when an
 * administrator empties it. All instances of the plugin for that tenant share it. At most 10,000 entries and 8 MB in all.
 *
 * @since 1.0
 */
@ProvidedByPlatform
public interface Store {

    /**
     * Something kept.
     *
     * @param key     at most 200 characters
     * @param value   at most 100,000 characters
     * @param version grows with each change
     */
    record Entry(String key, String value, long version) {
    }

    /**
     * Reads one.
     *
     * @param key which
     * @return empty if there is none
     */
    Optional<Entry> get(String key);

    /**
     * Reads several in the order of their keys.
     *
     * @param prefix what the keys begin with
     * @param after  only keys after this one; empty from the beginning on
     * @param most   from 1 to 500
     * @return at most so many
     */
    List<Entry> list(String prefix, String after, int most);

    /**
     * Keeps a value if nobody has changed it since.
     *
     * @param key      which
     * @param value    the new one
     * @param expected the version that was read; 0 if there is to be none
     * @return false if it has another version by now, and nothing was changed
     * @throws IllegalStateException if the store is full
     */
    boolean put(String key, String value, long expected);

    /**
     * Removes one if nobody has changed it since.
     *
     * @param key      which
     * @param expected the version that was read
     * @return false if it has another version by now, and nothing was changed
     */
    boolean remove(String key, long expected);
}
