package dev.pledgedesk.privacy.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.entity.KeyStore;
import dev.pledgedesk.privacy.entity.KeyStore.PersonRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The steps of a rotation, each a transaction that asks for the next: a crash loses none and repeats none. */
@ApplicationScoped
@Transactional
public class RewrapTransactions {

    /** Stands behind all persons: then it is looked whether old keys can go. */
    static final UUID END = Ids.LAST;
    private static final UUID START = Ids.FIRST;
    private static final int BATCH = 500;

    @Inject
    KeyStore store;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** Notes the beginning and asks for the first step. */
    public void begin(String actor) {
        journal.write(new Journal.Entry(actor, "keys.rotated", "tenant", null, Map.of()));
        goOn();
    }

    /** Asks for the first step, wherever the last rotation has come to: what is wrapped by the newest key already is not touched. */
    public void goOn() {
        // The empty id belongs to nobody's person, but for nobody's own key: it sorts first and is looked at as well.
        dueWork.now(RewrapWorker.KIND, START);
    }

    /** Keys of persons that the newest key does not wrap. */
    public long waiting(TenantKeys keys) {
        return store.countPersonKeysWithout(keys.prefix());
    }

    /** Wraps some keys anew and asks for the next step. */
    void step(TenantKeys keys, UUID from) {
        dueWork.done(RewrapWorker.KIND, List.of(from));
        List<PersonRow> rows = store.personKeysWithout(keys.prefix(), from, BATCH);
        rows.forEach(r -> store.rewrap(r.person(), keys.wrap(r.person(), keys.unwrap(r.person(), r.wrapped()))));
        if (rows.isEmpty()) {
            // Until then nodes may have wrapped with the key that they had at hand.
            dueWork.at(RewrapWorker.KIND, END, clock.now().plus(TenantKeyring.LONGEST.multipliedBy(2)));
        } else {
            dueWork.now(RewrapWorker.KIND, rows.get(rows.size() - 1).person());
        }
    }

    /** Ends a rotation, or begins again if some persons' keys were wrapped by an old key after all. */
    void end(TenantKeys keys) {
        dueWork.done(RewrapWorker.KIND, List.of(END));
        if (waiting(keys) > 0) {
            dueWork.now(RewrapWorker.KIND, START);
        }
    }
}
