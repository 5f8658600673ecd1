package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.plugin.entity.PluginStore;
import dev.pledgedesk.plugin.entity.PluginStores;
import dev.pledgedesk.plugin.entity.StoredValue;
import dev.pledgedesk.plugin.entity.StoredValues;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.sdk.Store.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What plugins keep, and what they call tickets by; each in a transaction of its own. */
@ApplicationScoped
@Transactional
public class StoreTransactions {

    static final int LONGEST_KEY = 200;
    static final int LONGEST_VALUE = 100_000;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_CHARACTERS = 8L << 20;
    /** Comes after every character that a key can hold. */
    private static final String END = "\uffff";

    @Inject
    PluginStores stores;

    @Inject
    StoredValues values;

    @Inject
    PersonalData personalData;

    /** Id of a plugin's store; made with the plugin's first use, in a transaction of its own. Two servers that make it at once: one of them is refused, and finds it the next time. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public UUID open(String plugin) {
        return stores.of(plugin).orElseGet(() -> {
            PluginStore store = stores.add(new PluginStore(Ids.next(), plugin));
            stores.flush();
            personalData.introduce(store.id());
            return store;
        }).id();
    }

    Optional<Entry> get(UUID store, String key) {
        return values.named(store, key).map(v -> entry(store, v));
    }

    List<Entry> list(UUID store, String prefix, String after, int most) {
        return values.between(store, after.compareTo(prefix) < 0 ? before(prefix) : after, prefix + END, most).stream().map(v -> entry(store, v)).toList();
    }

    /** The greatest name that is smaller than all with the prefix, near enough: names are never empty. */
    private static String before(String prefix) {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) - 1) + END;
    }

    private Entry entry(UUID store, StoredValue value) {
        return new Entry(value.name(), personalData.open(store, new Place("plugin_value", "content", value.id()), value.content()), value.version());
    }

    /** Keeps a value if the version is the expected one; 0 for none. */
    boolean put(UUID store, String key, String content, long expected) {
        PluginStore whole = stores.held(store);
        Optional<StoredValue> there = values.named(store, key);
        if (there.map(StoredValue::version).orElse(0L) != expected) {
            return false;
        }
        StoredValue value = there.orElseGet(() -> values.add(new StoredValue(Ids.next(), store, key)));
        whole.grow(there.isPresent() ? 0 : 1, content.length() - value.characters());
        if (whole.entries() > MOST_ENTRIES || whole.characters() > MOST_CHARACTERS) {
            throw new StoreFull();
        }
        value.write(personalData.seal(store, new Place("plugin_value", "content", value.id()), content), content.length());
        return true;
    }

    boolean remove(UUID store, String key, long expected) {
        PluginStore whole = stores.held(store);
        Optional<StoredValue> there = values.named(store, key).filter(v -> v.version() == expected);
        there.ifPresent(value -> {
            values.remove(value);
            whole.grow(-1, -value.characters());
        });
        return there.isPresent();
    }

    /** Empties a store. */
    public void clear(String plugin) {
        stores.of(plugin).map(s -> stores.held(s.id())).ifPresent(store -> {
            values.clear(store.id());
            store.grow(-store.entries(), -store.characters());
        });
    }

    /** What a plugin calls a ticket by. */
    String handle(UUID store, UUID ticket) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(personalData.seal(store, handlePlace(store), ticket.toString()).bytes());
    }

    /** The ticket that a handle means; empty for anything else, such as a handle of another plugin or tenant. */
    Optional<UUID> ticket(UUID store, String handle) {
        try {
            Sealed sealed = new Sealed(Base64.getUrlDecoder().decode(handle));
            // What stands in clear was never given by us.
            return sealed.isClear() ? Optional.empty() : Optional.ofNullable(personalData.open(store, handlePlace(store), sealed)).flatMap(Ids::parse);
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }

    private static Place handlePlace(UUID store) {
        return new Place("plugin_store", "handle", store);
    }

    /** The plugin has kept as much as it may. */
    static final class StoreFull extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        StoreFull() {
            super("the store is full: at most " + MOST_ENTRIES + " entries and " + MOST_CHARACTERS + " characters");
        }
    }
}
