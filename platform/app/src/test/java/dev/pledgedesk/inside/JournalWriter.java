package dev.pledgedesk.inside;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.audit.control.Sealer;
import dev.pledgedesk.eventing.control.WorkProbe;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes journal entries as use cases do, and sees to it that they are sealed. */
@ApplicationScoped
public class JournalWriter {

    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    @Inject
    WorkProbe probe;

    @Inject
    TenantScope scope;

    /** Writes an entry about something. */
    @Transactional
    public void write(String subject) {
        journal.write(new Journal.Entry("staff/1", "probe.changed", "probe", subject, Map.of("a", 1), Map.of("b", Map.of("z", 1, "y", List.of(true))), "why"));
    }

    /** Writes entries, each in a transaction of its own, and seals them; gives their ids in the order of the chain. */
    public List<UUID> sealed(TenantId tenant, int entries) {
        for (int i = 0; i < entries; i++) {
            String subject = "s" + i;
            scope.run(tenant, () -> write(subject));
        }
        // In the worker's own order, so that the two never wait for each other.
        List<String> waiting = OwnerSql.read("select id from due_work where kind = ? and tenant_id = ? order by due_at, id", Sealer.KIND, tenant.value());
        if (!waiting.isEmpty()) {
            probe.work(sealer, tenant, waiting.stream().map(UUID::fromString).toList());
        }
        return OwnerSql.read("select entry_id from journal_seal where tenant_id = ? order by number", tenant.value()).stream().map(UUID::fromString).toList();
    }
}
