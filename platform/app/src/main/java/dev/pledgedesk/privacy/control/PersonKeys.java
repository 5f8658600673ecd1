package dev.pledgedesk.privacy.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.entity.KeyStore.PersonRow;
import dev.pledgedesk.tenancy.TenantClosed;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The keys of persons of the tenant of the request. Open ones are kept for a minute, which is also how long this and other nodes may go on using one that was destroyed. */
@ApplicationScoped
public class PersonKeys {

    private static final Logger LOG = Logger.getLogger(PersonKeys.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 20_000;

    private record Owner(UUID tenant, UUID person) {
    }

    /** What there is of a person's key; the key is null if it was destroyed. */
    private record Stored(boolean isThere, PersonKey key) {
    }

    private final Cache<Owner, PersonKey> open = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Inject
    KeyTransactions transactions;

    @Inject
    TenantKeyring keyring;

    @Inject
    TenantContext context;

    void closed(@Observes(during = TransactionPhase.AFTER_COMPLETION) TenantClosed event) {
        open.asMap().keySet().removeIf(owner -> owner.tenant().equals(event.tenant().value()));
    }

    /** Fetches the keys of these persons, as far as they are not at hand, by one query. */
    public void fetch(Collection<UUID> persons) {
        List<UUID> missing = persons.stream().distinct().filter(p -> open.getIfPresent(owner(p)) == null).toList();
        if (!missing.isEmpty()) {
            // What this transaction has made itself must not be remembered beyond it before it is committed.
            Set<UUID> made = transactions.madeHere();
            transactions.personKeys(missing).stream().filter(row -> !made.contains(row.person())).forEach(this::unwrapped);
        }
    }

    /** A person's key; empty if it was destroyed or is missing. */
    public Optional<PersonKey> find(UUID person) {
        Stored stored = look(person);
        if (!stored.isThere()) {
            // Not an error of the page that shows him among others; whoever restored the data has been told.
            LOG.log(Level.WARNING, "the key store has no key of person {0}: it was lost, or restored from before he was known", person);
        }
        return Optional.ofNullable(stored.key());
    }

    /** Whether a person's key was destroyed. */
    public boolean isDestroyed(UUID person) {
        Stored stored = look(person);
        return stored.isThere() && stored.key() == null;
    }

    /** A person's key, made if he has none; refused if his was destroyed. */
    public PersonKey findOrMake(UUID person) {
        Stored stored = look(person);
        return stored.isThere() ? Optional.ofNullable(stored.key()).orElseThrow(PersonKeys::forgotten) : make(person);
    }

    /** At hand, made by this transaction, or in the store, from where it is kept at hand. */
    private Stored look(UUID person) {
        PersonKey known = open.getIfPresent(owner(person));
        known = known != null ? known : transactions.madeHere(person);
        if (known != null) {
            return new Stored(true, known);
        }
        return transactions.personKeys(List.of(person)).stream().findFirst().map(row -> new Stored(true, unwrapped(row))).orElse(new Stored(false, null));
    }

    /** Makes the key of somebody who has none; gives the one he has if somebody else was faster. */
    public PersonKey make(UUID person) {
        byte[] bytes = PersonKey.fresh();
        var key = new PersonKey(context.tenantId().value(), bytes);
        return transactions.addPersonKey(person, keyring.keys().wrap(person, bytes), key) ? key : find(person).orElseThrow(PersonKeys::forgotten);
    }

    /** Destroys a person's key; whatever it sealed stays unreadable. Part of the caller's transaction; again it changes nothing. */
    public void destroy(UUID person) {
        Owner owner = owner(person);
        open.invalidate(owner);
        // Until the commit somebody else may read the key once more, and keep it.
        transactions.destroyPersonKey(person, () -> open.invalidate(owner));
    }

    /** Persons whose keys are destroyed, by id, from the one after {@code after} on. */
    public List<UUID> destroyed(UUID after, int atMost) {
        return transactions.destroyedPersons(after, atMost);
    }

    private PersonKey unwrapped(PersonRow row) {
        if (row.wrapped() == null) {
            return null;
        }
        var key = new PersonKey(context.tenantId().value(), unwrap(row));
        open.put(owner(row.person()), key);
        return key;
    }

    private byte[] unwrap(PersonRow row) {
        try {
            return keyring.keys().unwrap(row.person(), row.wrapped());
        } catch (IllegalStateException older) {
            // Another node may have rotated the tenant's keys since ours were fetched.
            return keyring.later().orElseThrow(() -> older).unwrap(row.person(), row.wrapped());
        }
    }

    private Owner owner(UUID person) {
        return new Owner(context.tenantId().value(), person);
    }

    private static Problem forgotten() {
        return Problem.of(Problem.Kind.CONFLICT, "privacy.forgotten");
    }
}
