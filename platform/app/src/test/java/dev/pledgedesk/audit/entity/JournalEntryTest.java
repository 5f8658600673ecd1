package dev.pledgedesk.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.audit.control.ChainHash;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The hash of an entry covers all of it: no two entries have the same bytes. */
class JournalEntryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** The columns that are texts, any of which may be null. */
    record Texts(String actor, String action, String subjectType, String subjectId, String reason, String requestId, String before) {
    }

    @Provide
    Arbitrary<Texts> texts() {
        // Few characters, among them those the form uses itself, so that collisions would be likely.
        Arbitrary<String> text = Arbitraries.strings().withChars('1', ':', '\n', '-', 'a', '鹤').ofMaxLength(4).injectNull(0.2);
        Arbitrary<String> value = Arbitraries.strings().withChars('"', ':', '\n', '1').ofMaxLength(3).injectNull(0.3);
        return Combinators.combine(text, text, text, text, text, text, value).as(Texts::new);
    }

    @Property(tries = 5000)
    void differentEntriesHaveDifferentBytes(@ForAll("texts") Texts one, @ForAll("texts") Texts other) {
        assertThat(java.util.Arrays.equals(entry(one).content(), entry(other).content())).isEqualTo(one.equals(other));
    }

    /** Moving text from one column to its neighbour is what an unmarked concatenation would not notice. */
    @Property
    void textCannotMoveToItsNeighbour(@ForAll("texts") Texts t) {
        Texts moved = new Texts("", t.actor() + t.action(), t.subjectType(), t.subjectId(), t.reason(), t.requestId(), t.before());
        assertThat(java.util.Arrays.equals(entry(t).content(), entry(moved).content())).isEqualTo(t.equals(moved));
    }

    @Test
    void everyColumnCounts() throws Exception {
        byte[] content = entry(ID, AT, "{\"a\": 1}", null).content();
        assertThat(entry(UUID.randomUUID(), AT, "{\"a\": 1}", null).content()).isNotEqualTo(content);
        assertThat(entry(ID, AT.plusNanos(1000), "{\"a\": 1}", null).content()).as("a microsecond").isNotEqualTo(content);
        assertThat(entry(ID, AT, "{\"a\": 2}", null).content()).isNotEqualTo(content);
        assertThat(entry(ID, AT, null, "{\"a\": 1}").content()).as("before and after exchanged").isNotEqualTo(content);
        assertThat(entry(ID, AT, "{\"a\": \"1\"}", null).content()).as("a text is no number").isNotEqualTo(content);
    }

    @Test
    void theOrderOfMembersAndWhatTheDatabaseCannotKeepDoNotCount() throws Exception {
        assertThat(entry(ID, AT, "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}", null).content())
                .isEqualTo(entry(ID, AT, "{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}", null).content());
        assertThat(entry(ID, AT.plusNanos(999), null, null).content()).isEqualTo(entry(ID, AT, null, null).content());
    }

    @Test
    void theHashCoversTheLinkBefore() throws Exception {
        JournalEntry entry = entry(ID, AT, null, null);
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(ChainHash.of(new byte[32], entry)).hasSize(32).isEqualTo(ChainHash.of(new byte[32], entry)).isNotEqualTo(ChainHash.of(other, entry));
    }

    private static JournalEntry entry(Texts t) {
        JsonNode before = t.before() == null ? null : JSON.valueToTree(Map.of("k", t.before()));
        return new JournalEntry(ID, AT, new Journal.Entry(t.actor(), t.action(), t.subjectType(), t.subjectId(), Map.of(), Map.of(), t.reason()), before, null,
                t.requestId());
    }

    private static JournalEntry entry(UUID id, Instant at, String before, String after) throws Exception {
        return new JournalEntry(id, at, new Journal.Entry("staff/1", "ticket.changed", "ticket", "t", Map.of(), Map.of(), null),
                before == null ? null : JSON.readTree(before), after == null ? null : JSON.readTree(after), null);
    }
}
