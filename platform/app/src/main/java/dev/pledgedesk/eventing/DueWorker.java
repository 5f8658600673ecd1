package dev.pledgedesk.eventing;

import java.util.List;
import java.util.UUID;

/**
 * Does one kind of due work. Called inside the work's tenant, in a transaction that removes the work's rows when it commits: the effect on the
 * database is exactly once. An exception rolls back and the work comes again, later each time.
 */
public interface DueWorker {

    /** The kind of work it does. */
    String kind();

    /** Does the work of some ids of one tenant, in the order of their due times. */
    void work(List<UUID> ids);

    /** Most ids one call takes. */
    default int batch() {
        return 1;
    }

    /** Whether {@link #work} opens transactions itself, because it talks to somebody outside; it then calls {@link DueWork#done} in its own. */
    default boolean ownTransactions() {
        return false;
    }
}
