package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantArrived;
import dev.pledgedesk.tenancy.TenantChanged;
import dev.pledgedesk.tenancy.TenantExported;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TransferKeys;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import dev.pledgedesk.tenancy.entity.Tenant;
import dev.pledgedesk.tenancy.entity.TenantRegistry;
import dev.pledgedesk.tenancy.entity.TransferRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The transactions of a move, in the scope of the tenant that moves: many small ones to leave, a single one to arrive, so that a tenant is here wholly or not at all. */
@ApplicationScoped
@Transactional
public class TransferSteps {

    private static final Logger LOG = Logger.getLogger(TransferSteps.class.getName());

    @Inject
    TransferRows rows;

    @Inject
    TenantRegistry registry;

    @Inject
    TransferKeys keys;

    @Inject
    Event<TenantExported> exported;

    @Inject
    Event<TenantArrived> arrived;

    @Inject
    Event<TenantChanged> changed;

    @Inject
    DeskClock clock;

    /** From now on nothing is done for the tenant until it is resumed; its journal notes it. Refused while requests may still be served on some node. */
    public void pack(TenantId id, Duration atLeast, String transferKey, String by) {
        Tenant tenant = registry.lock(id);
        tenant.requireOpen();
        if (!tenant.isSuspended()) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.not-suspended");
        }
        if (!tenant.isSuspendedFor(atLeast, clock.now())) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.too-soon", atLeast.toSeconds());
        }
        tenant.pack(clock.now());
        exported.fire(new TenantExported(id, transferKey, by));
    }

    /** Refuses to leave while background work that began before is under way. */
    public void requireStill() {
        if (rows.isAtWork(clock.now())) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.at-work");
        }
    }

    /** The tables, each after those that it refers to, with their columns. */
    public Map<String, String> tables() {
        return rows.tables();
    }

    /** Rows of a table. */
    public Batch read(String table, String after) {
        return rows.read(table, after);
    }

    /** Keys of persons. */
    public Batch readKeys(String after) {
        TransferKeys.Persons persons = keys.persons(after);
        return new Batch(persons.lines(), persons.next());
    }

    /** A number that no ticket gets, here or there. */
    public long nextNumber() {
        return rows.nextNumber();
    }

    /** Writes everything that an archive holds. */
    public TenantInfo arrive(ArrivedArchive archive, Object openedKeys, String by) {
        ArrivedArchive.Facts facts = archive.facts();
        Tenant tenant = registry.add(Tenant.arriving(facts.tenant().value(), facts.key(), facts.createdAt(), facts.configVersion(), clock.now()));
        registry.replaceHosts(facts.tenant(), facts.hosts());
        registry.flush();
        keys.keep(openedKeys);
        archive.batches(ArrivedArchive.KEYS, keys::keepPersons);
        rows.beginWriting();
        long[] count = {0};
        for (String table : rows.tables().keySet()) {
            archive.batches(LinesArchive.path(table), lines -> {
                requireOwn(table, lines.size(), write(table, lines));
                count[0] += lines.size();
            });
        }
        rows.skipNumbers(facts.lastNumber());
        arrived.fire(new TenantArrived(facts.tenant(), count[0], by));
        changed.fire(new TenantChanged(facts.tenant()));
        return registry.info(tenant);
    }

    private long write(String table, List<String> lines) {
        try {
            return rows.write(table, lines);
        } catch (PersistenceException refused) {
            // The checksums are right, so it was written like this.
            LOG.log(Level.WARNING, "rows of " + table + " cannot be taken in", refused);
            throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", table);
        }
    }

    private static void requireOwn(String table, long all, long own) {
        if (own != all) {
            throw Problem.of(Problem.Kind.INVALID, "transfer.foreign-rows", table);
        }
    }
}
