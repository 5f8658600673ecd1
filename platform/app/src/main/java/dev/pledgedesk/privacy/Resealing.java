package dev.pledgedesk.privacy;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantOwned;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Seals the rows of one table that were written before there was encryption, in the order of their ids, some at a time; each step asks for the next. Extended by whoever keeps sealed values.
 *
 * @param <E> the entity
 */
public abstract class Resealing<E extends TenantOwned> implements DueWorker {

    private static final int BATCH = 100;

    private final String table;

    @Inject
    DueWork dueWork;

    @Inject
    protected PersonalData personalData;

    /** For the rows of a table. */
    protected Resealing(String table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "reseal-" + table;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID from : ids) {
            List<E> rows = rows().after(from, batchSize());
            rows.forEach(this::reseal);
            if (!rows.isEmpty()) {
                dueWork.now(kind(), rows.get(rows.size() - 1).id());
            } else if (!then().isEmpty()) {
                dueWork.now(then(), Ids.FIRST);
            }
        }
    }

    /** Rows of a step. */
    protected int batchSize() {
        return BATCH;
    }

    /** Kinds of work that begin when this one has come to its end; none by default. */
    protected List<String> then() {
        return List.of();
    }

    /** Where the rows are. */
    protected abstract TenantRepository<E> rows();

    /** Seals what is in clear in a row, and makes anew what it is found by. */
    protected abstract void reseal(E row);

    /** The value in the present form; one that has it already, and null, as they are. */
    protected Sealed resealed(UUID person, String column, UUID row, Sealed value) {
        return personalData.resealed(person, new Place(table, column, row), value);
    }

    /** A value opened. */
    protected String opened(UUID person, String column, UUID row, Sealed value) {
        return personalData.open(person, new Place(table, column, row), value);
    }
}
