package dev.pledgedesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.audit.control.ChainHash;
import dev.pledgedesk.audit.entity.JournalChain;
import dev.pledgedesk.audit.entity.JournalEntries;
import dev.pledgedesk.audit.entity.JournalEntry;
import dev.pledgedesk.audit.entity.JournalSeal;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the journal and checks its chain. */
@ApplicationScoped
@Transactional
public class JournalReader {

    private static final int STEP = 1000;

    /**
     * An entry; subjectId, before, after, reason and requestId may be null.
     *
     * @param sealed whether the chain covers it already
     */
    public record Line(UUID id, Instant at, String actor, String action, String subjectType, String subjectId, JsonNode before, JsonNode after,
            String reason, String requestId, boolean sealed) {
    }

    /**
     * Result of a check.
     *
     * @param brokenAt first entry that does not fit, null if all do
     * @param reason   key of the text that says why, null if all fit
     */
    public record Verification(boolean intact, long checked, long unsealed, UUID brokenAt, String reason) {
    }

    @Inject
    JournalEntries entries;

    /** Entries, newest first. */
    public Page<Line> page(String subjectId, PageRequest request) {
        Page<JournalEntry> page = entries.page(subjectId, request);
        Set<UUID> sealed = sealed(page.items());
        return page.map(e -> line(e, sealed));
    }

    private Set<UUID> sealed(List<JournalEntry> found) {
        return entries.sealed(found.stream().map(JournalEntry::id).toList());
    }

    private static Line line(JournalEntry e, Set<UUID> sealed) {
        return new Line(e.id(), e.at(), e.actor(), e.action(), e.subjectType(), e.subjectId(), e.before(), e.after(), e.reason(), e.requestId(), sealed.contains(e.id()));
    }

    /** Recomputes the whole chain of the tenant. */
    public Verification verify() {
        byte[] hash = new byte[32];
        long checked = 0;
        List<JournalSeal> links;
        while (!(links = entries.links(checked, STEP)).isEmpty()) {
            Map<UUID, JournalEntry> byId = entries.findAll(links.stream().map(JournalSeal::entryId).toList()).stream()
                    .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
            for (JournalSeal link : links) {
                JournalEntry entry = byId.get(link.entryId());
                if (link.number() != checked + 1) {
                    return broken(checked, link.entryId(), "journal.gap");
                }
                if (entry == null) {
                    return broken(checked, link.entryId(), "journal.missing");
                }
                hash = ChainHash.of(hash, entry);
                if (!Arrays.equals(hash, link.hash())) {
                    return broken(checked, link.entryId(), "journal.altered");
                }
                checked++;
            }
            entries.clear();
        }
        JournalChain end = entries.chain();
        if (end != null && (end.number() != checked || !Arrays.equals(end.hash(), hash))) {
            return broken(checked, null, "journal.cut");
        }
        return new Verification(true, checked, entries.unsealed(), null, null);
    }

    private Verification broken(long checked, UUID at, String reason) {
        return new Verification(false, checked, entries.unsealed(), at, reason);
    }
}
