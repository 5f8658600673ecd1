package dev.pledgedesk.audit.control;

import dev.pledgedesk.audit.entity.JournalChain;
import dev.pledgedesk.audit.entity.JournalEntries;
import dev.pledgedesk.audit.entity.JournalEntry;
import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Chains new entries in batches, a moment after their transaction, so that no request waits for a tenant-wide lock. */
@ApplicationScoped
public class Sealer implements DueWorker {

    /** Kind of due work: an entry to be sealed. */
    public static final String KIND = "journal-seal";

    @Inject
    JournalEntries entries;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int batch() {
        return 200;
    }

    @Override
    public void work(List<UUID> ids) {
        JournalChain chain = entries.lockChain();
        List<JournalEntry> batch = entries.findAll(ids).stream().sorted(Comparator.comparing(JournalEntry::id)).toList();
        for (JournalEntry entry : batch) {
            entries.add(chain.append(entry.id(), ChainHash.of(chain.hash(), entry)));
        }
    }
}
