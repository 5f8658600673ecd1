package dev.pledgedesk.privacy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.privacy.entity.KeyStore;
import dev.pledgedesk.privacy.entity.KeyStore.PersonRow;
import dev.pledgedesk.privacy.entity.KeyStore.TenantRow;
import dev.pledgedesk.privacy.entity.KeyStore.TransferRow;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The transactions of the key store. A person's key is made in the transaction of what it seals first, so that neither is there without the other. */
@ApplicationScoped
@Transactional
public class KeyTransactions {

    private static final String MADE_HERE = KeyTransactions.class.getName();

    @Inject
    KeyStore store;

    @Inject
    DeskClock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    Optional<TenantRow> tenantKeys() {
        return store.tenantKeys();
    }

    boolean isSealed() {
        return store.isSealed();
    }

    /** Adds first keys and gives those that are there then, perhaps another node's. */
    @Transactional(TxType.REQUIRES_NEW)
    public TenantRow addTenantKeys(TenantRow row) {
        store.addTenantKeys(row, clock.now());
        return store.tenantKeys().orElseThrow();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public boolean replaceTenantKeys(TenantRow row) {
        return store.replaceTenantKeys(row, clock.now());
    }

    Optional<TransferRow> transferKey() {
        return store.transferKey();
    }

    /** Adds the platform's transfer key and gives the one that is there then, perhaps another node's. */
    @Transactional(TxType.REQUIRES_NEW)
    public TransferRow addTransferKey(TransferRow row) {
        store.addTransferKey(row, clock.now());
        return store.transferKey().orElseThrow();
    }

    List<PersonRow> personKeys(Collection<UUID> persons) {
        return store.personKeys(persons);
    }

    /** Adds a person's key; it is known to this transaction only until that is committed. False if another one was there. */
    boolean addPersonKey(UUID person, byte[] wrapped, PersonKey key) {
        if (!store.addPersonKey(person, wrapped, clock.now())) {
            return false;
        }
        made(true).put(person, key);
        return true;
    }

    /** A key that this transaction has made. */
    @Transactional(TxType.SUPPORTS)
    public PersonKey madeHere(UUID person) {
        return transaction.getTransactionKey() == null ? null : made(false).get(person);
    }

    /** Whose keys this transaction has made. */
    @Transactional(TxType.SUPPORTS)
    public Set<UUID> madeHere() {
        return transaction.getTransactionKey() == null ? Set.of() : Set.copyOf(made(false).keySet());
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, PersonKey> made(boolean forWriting) {
        var made = (Map<UUID, PersonKey>) transaction.getResource(MADE_HERE);
        if (made == null) {
            made = new HashMap<>();
            if (forWriting) {
                transaction.putResource(MADE_HERE, made);
            }
        }
        return made;
    }

    List<UUID> destroyedPersons(UUID after, int atMost) {
        return store.destroyedPersons(after, atMost);
    }

    /** Destroys a key; {@code afterwards} is run when the transaction has ended, however it ends. */
    void destroyPersonKey(UUID person, Runnable afterwards) {
        made(false).remove(person);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known yet.
            }

            @Override
            public void afterCompletion(int status) {
                afterwards.run();
            }
        });
        store.destroyPersonKey(person, clock.now());
    }

    boolean agrees(String purpose, String fingerprint) {
        return store.agrees(purpose, fingerprint);
    }

    Optional<String> registered(String purpose) {
        return store.registered(purpose);
    }
}
