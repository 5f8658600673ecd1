package dev.pledgedesk.identity.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerForgotten;
import dev.pledgedesk.identity.CustomerKeeper;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures.Erasure;
import dev.pledgedesk.identity.Erasures.Hold;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.DataRequestRecords;
import dev.pledgedesk.identity.entity.ErasureRecord;
import dev.pledgedesk.identity.entity.ErasureRecords;
import dev.pledgedesk.identity.entity.LegalHold;
import dev.pledgedesk.identity.entity.LegalHolds;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.PersonEraser;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Erasures and holds for {@link dev.pledgedesk.identity.Erasures}; each is one transaction with its journal entry. */
@ApplicationScoped
@Transactional
public class ErasureTransactions {

    private static final String RECEIPT = "erasure-receipt";
    private static final String REPLAY = "system";
    /** A receipt does not run out; the form asks for an end. */
    private static final Duration RECEIPT_LIFE = Duration.ofDays(36_525);

    @Inject
    @Any
    Instance<CustomerKeeper> keepers;

    @Inject
    CustomerRecords customers;

    @Inject
    ErasureRecords erasures;

    @Inject
    LegalHolds holds;

    @Inject
    DataRequestRecords requests;

    @Inject
    @Any
    Instance<PersonEraser> erasers;

    @Inject
    PersonalData personalData;

    @Inject
    DueWork dueWork;

    @Inject
    RequestLanguage language;

    @Inject
    Event<CustomerForgotten> forgotten;

    @Inject
    TokenKey tokenKey;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Erasure erase(UUID customerId, ErasureCause cause, String actor) {
        CustomerRecord customer = customers.locked(customerId);
        customer.requireSomebody();
        if (holds.of(customerId).stream().anyMatch(LegalHold::holds)) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.on-hold");
        }
        Instant now = clock.now();
        boolean hears = cause.isAskedFor();
        String name = hears ? open(customer, "name", customer.name()) : null;
        String email = hears ? open(customer, "email", customer.email()) : null;
        String locale = customer.locale();
        Map<String, Integer> removed = forget(customer, now);
        ErasureRecord record = erasures.add(proof(customerId, cause, actor, now, removed));
        if (hears) {
            forgotten.fire(new CustomerForgotten(name, email, locale, now, record.receipt()));
        }
        journal.write(new Journal.Entry(actor, "person.erased", "customer", customerId.toString(), Map.of(), removed, cause.key()));
        // Somebody may be writing into one of his tickets with a key that is still at hand; what that leaves goes a little later.
        dueWork.at(ErasureSweep.KIND, customerId, now.plus(ErasureSweep.DELAY));
        return view(record);
    }

    private String open(CustomerRecord customer, String column, Sealed sealed) {
        return personalData.open(customer.id(), new Place("customer", column, customer.id()), sealed);
    }

    public void lock(Collection<UUID> customerIds) {
        customerIds.forEach(customers::locked);
    }

    public Set<UUID> forgettable(Collection<UUID> customerIds) {
        Set<UUID> kept = kept(customerIds);
        return customers.findAll(customerIds).stream().filter(c -> !c.isErased() && !c.isAnonymous() && !kept.contains(c.id())).map(CustomerRecord::id).collect(Collectors.toSet());
    }

    public Set<UUID> kept(Collection<UUID> customerIds) {
        Set<UUID> kept = new HashSet<>(holds.holding(customerIds));
        kept.addAll(requests.waitingOf(customerIds));
        keepers.forEach(keeper -> kept.addAll(keeper.kept(customerIds)));
        customers.findAll(customerIds).stream().filter(CustomerRecord::isRestricted).forEach(c -> kept.add(c.id()));
        return kept;
    }

    /**
     * Removes once more what data that were restored from an older backup brought back of those whose keys are destroyed.
     *
     * @return the last one looked at, null if there are no more
     */
    UUID repeat(UUID after, int atMost) {
        List<UUID> forgotten = personalData.forgotten(after, atMost);
        forgotten.stream().flatMap(id -> customers.find(id).stream()).filter(c -> !c.isErased()).forEach(c -> {
            Map<String, Integer> removed = forget(c, clock.now());
            journal.write(new Journal.Entry(REPLAY, "person.erased-again", "customer", c.id(), removed));
            if (erasures.of(c.id()).isEmpty()) {
                // The proof was made after the backup and is not in it.
                erasures.add(proof(c.id(), ErasureCause.REPEATED, REPLAY, clock.now(), removed));
            }
        });
        return forgotten.isEmpty() ? null : forgotten.get(forgotten.size() - 1);
    }

    /** Removes what was written for customers while they were being forgotten. */
    void sweep(List<UUID> ids) {
        ids.forEach(id -> erasers.forEach(eraser -> eraser.erase(id)));
    }

    private ErasureRecord proof(UUID customerId, ErasureCause cause, String actor, Instant now, Map<String, Integer> removed) {
        UUID id = Ids.next();
        String receipt = tokenKey.sign(new JWTClaimsSet.Builder().jwtID(id.toString()).subject(customerId.toString()).claim("cause", cause.key()).claim("erasedBy", actor)
                .claim("removed", removed), RECEIPT, now.plus(RECEIPT_LIFE));
        return new ErasureRecord(id, customerId, cause.key(), actor, now, removed, receipt);
    }

    private Map<String, Integer> forget(CustomerRecord customer, Instant now) {
        Map<String, Integer> removed = new TreeMap<>();
        erasers.forEach(eraser -> eraser.erase(customer.id()).forEach((what, count) -> removed.merge(what, count, Integer::sum)));
        removed.values().removeIf(count -> count == 0);
        customer.erase(now);
        personalData.forget(customer.id());
        return removed;
    }

    public Page<Erasure> page(PageRequest request) {
        return erasures.page(request).map(ErasureTransactions::view);
    }

    public List<Hold> holds(UUID customerId) {
        return holds.of(customers.get(customerId).id()).stream().map(this::view).toList();
    }

    public Hold place(UUID customerId, String reason) {
        CustomerRecord customer = customers.locked(customerId);
        if (customer.isErased()) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.forgotten-already");
        }
        UUID id = Ids.next();
        LegalHold hold = holds.add(new LegalHold(id, customerId, personalData.seal(customerId, place(id), reason.strip()), caller.actor(), clock.now()));
        journal.write(new Journal.Entry(caller.actor(), "hold.placed", "customer", customerId, Map.of("hold", id.toString())));
        return view(hold);
    }

    public void lift(UUID customerId, UUID holdId) {
        LegalHold hold = holds.find(holdId).filter(h -> h.customerId().equals(customerId)).orElseThrow(Problem::notFound);
        if (hold.holds()) {
            hold.lift(caller.actor(), clock.now());
            journal.write(new Journal.Entry(caller.actor(), "hold.lifted", "customer", customerId, Map.of("hold", holdId.toString())));
        }
    }

    private static Erasure view(ErasureRecord r) {
        return new Erasure(r.id(), r.customerId(), ErasureCause.known(r.cause()), r.erasedBy(), r.erasedAt(), r.removed(), r.receipt());
    }

    private Hold view(LegalHold h) {
        String reason = personalData.open(h.customerId(), place(h.id()), h.reason());
        return new Hold(h.id(), reason == null ? language.messages().text("privacy.forgotten-text") : reason, h.placedBy(), h.placedAt(), h.liftedAt());
    }

    private static Place place(UUID hold) {
        return new Place("legal_hold", "reason", hold);
    }
}
