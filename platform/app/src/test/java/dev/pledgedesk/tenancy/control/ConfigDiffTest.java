package dev.pledgedesk.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.tenancy.control.ConfigPlan.Change;
import dev.pledgedesk.tenancy.control.ConfigPlan.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan tells what changes, one line a change, list elements being found again by their key. */
class ConfigDiffTest {

    @Test
    void aNewTenantIsOneLine() throws Exception {
        assertThat(ConfigDiff.between(null, json("{'a': {'b': 1}}"))).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Kind.ADDED);
            assertThat(c.path()).isEqualTo("tenant");
        });
    }

    @Test
    void theSameIsNoChange() throws Exception {
        assertThat(ConfigDiff.between(json("{'a': [{'key': 'x', 'b': null}]}"), json("{'a': [{'key': 'x'}]}"))).isEmpty();
    }

    @Test
    void everyKindOfChangeIsTold() throws Exception {
        assertThat(ConfigDiff.between(json("{'a': 1, 'b': 'x', 'd': ['k']}"), json("{'a': 2, 'c': {'key': 'y', 'z': 1}, 'd': ['k', 'l']}"))).containsExactlyInAnyOrder(
                new Change(Kind.CHANGED, "a", "1", "2"), new Change(Kind.REMOVED, "b", "x", null), new Change(Kind.ADDED, "c", null, "y"),
                new Change(Kind.CHANGED, "d", "[\"k\"]", "[\"k\",\"l\"]"));
    }

    @Test
    void anInsertionIsOneLine() throws Exception {
        assertThat(ConfigDiff.between(json("{'t': [{'key': 'a'}, {'key': 'c'}]}"), json("{'t': [{'key': 'a'}, {'key': 'b'}, {'key': 'c'}]}")))
                .containsExactly(new Change(Kind.ADDED, "t[b]", null, "b"));
    }

    @Test
    void aChangeWithinAnElementNamesIt() throws Exception {
        assertThat(ConfigDiff.between(json("{'t': [{'key': 'a', 'n': {'en': 'x'}}]}"), json("{'t': [{'key': 'a', 'n': {'en': 'y'}}]}")))
                .containsExactly(new Change(Kind.CHANGED, "t[a].n.en", "x", "y"));
    }

    @Test
    void settingsOfPluginsAreComparedWhateverTheOrderOfTheirNames() throws Exception {
        String one = "{'p': [{'plugin': 'a', 'extensions': [{'use': 'x', 'settings': {'n': 8, 'm': [{'v': 1.0}]}}]}]}";
        assertThat(ConfigDiff.between(json(one), json(one.replace("'n': 8, 'm': [{'v': 1.0}]", "'m': [{'v': 1}], 'n': 8.0")))).isEmpty();
        assertThat(ConfigDiff.between(json(one), json(one.replace("8", "9")))).containsExactly(new Change(Kind.CHANGED, "p[a].extensions[x].settings.n", "8", "9"));
    }

    @Test
    void aNewOrderIsTold() throws Exception {
        assertThat(ConfigDiff.between(json("{'t': [{'key': 'a'}, {'key': 'b'}]}"), json("{'t': [{'key': 'b'}, {'key': 'a'}]}")))
                .containsExactly(new Change(Kind.CHANGED, "t", "a, b", "b, a"));
    }

    @Test
    void everythingRemovedIsTold() throws Exception {
        List<Change> changes = ConfigDiff.between(json("{'t': [{'key': 'a'}, {'key': 'b'}]}"), json("{'t': []}"));
        assertThat(changes).isNotEmpty();
    }

    @Test
    void longTextsAreCut() throws Exception {
        ObjectNode before = (ObjectNode) json("{}");
        ObjectNode after = before.deepCopy().put("t", "x".repeat(5000));
        assertThat(ConfigDiff.between(before, after).get(0).after()).hasSizeLessThan(300).endsWith("…");
    }

    private static JsonNode json(String text) throws Exception {
        return ConfigJson.MAPPER.readTree(text.replace('\'', '"'));
    }
}
