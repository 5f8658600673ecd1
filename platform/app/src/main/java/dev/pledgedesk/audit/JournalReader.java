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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
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

    /**
     * An entry with what proves it to somebody who has nothing else: SHA-256 over the bytes of {@code before} and of {@code content} is {@code hash}.
     *
     * @param number  of its link in the chain; null while nothing covers it, and then so are the others
     * @param before  hash of the link before, in hexadecimal digits
     * @param content what the hash covers, in Base64
     * @param hash    of its own link, in hexadecimal digits
     */
    public record Proof(Line entry, Long number, String before, String content, String hash) {
    }

    /** Entries about one record, the oldest first, each with its proof; the last thousand. */
    public List<Proof> proofs(String subjectId) {
        List<JournalEntry> found = new ArrayList<>();
        String next = null;
        do {
            Page<JournalEntry> page = entries.page(subjectId, new PageRequest(PageRequest.MAX_SIZE, next));
            found.addAll(page.items());
            next = page.next();
        } while (next != null && found.size() < STEP);
        Collections.reverse(found);
        Map<UUID, JournalSeal> seals = entries.linksOf(found.stream().map(JournalEntry::id).toList()).stream().collect(Collectors.toMap(JournalSeal::entryId, Function.identity()));
        Map<Long, JournalSeal> earlier = entries.linksWith(seals.values().stream().map(s -> s.number() - 1).toList()).stream().collect(Collectors.toMap(JournalSeal::number, Function.identity()));
        return found.stream().map(e -> proof(e, seals.get(e.id()), earlier)).toList();
    }

    private static Proof proof(JournalEntry entry, JournalSeal seal, Map<Long, JournalSeal> earlier) {
        Line line = line(entry, seal == null ? Set.of() : Set.of(entry.id()));
        if (seal == null) {
            return new Proof(line, null, null, null, null);
        }
        byte[] before = seal.number() == 1 ? new byte[ChainHash.LENGTH] : earlier.get(seal.number() - 1).hash();
        return new Proof(line, seal.number(), HexFormat.of().formatHex(before), Base64.getEncoder().encodeToString(entry.content()), HexFormat.of().formatHex(seal.hash()));
    }

    private Set<UUID> sealed(List<JournalEntry> found) {
        return entries.sealed(found.stream().map(JournalEntry::id).toList());
    }

    private static Line line(JournalEntry e, Set<UUID> sealed) {
        return new Line(e.id(), e.at(), e.actor(), e.action(), e.subjectType(), e.subjectId(), e.before(), e.after(), e.reason(), e.requestId(), sealed.contains(e.id()));
    }

    /**
     * Recomputes the whole chain of the tenant. The chain may grow meanwhile: where it ended before the first link was read, a link must
     * still be, and where it ends after the last was read, none may be beyond.
     */
    public Verification verify() {
        JournalChain before = entries.chain();
        long promised = before == null ? 0 : before.number();
        byte[] hash = new byte[ChainHash.LENGTH];
        long checked = 0;
        boolean promiseKept = promised == 0;
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
                promiseKept |= checked == promised && Arrays.equals(hash, before.hash());
            }
            entries.clear();
        }
        entries.clear();
        JournalChain after = entries.chain();
        if (!promiseKept || checked > (after == null ? 0 : after.number())) {
            return broken(checked, null, "journal.cut");
        }
        return new Verification(true, checked, entries.unsealed(), null, null);
    }

    private Verification broken(long checked, UUID at, String reason) {
        return new Verification(false, checked, entries.unsealed(), at, reason);
    }
}
