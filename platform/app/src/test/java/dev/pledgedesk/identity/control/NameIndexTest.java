package dev.pledgedesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names in whatever way they are written, and what they begin with. */
class NameIndexTest {

    @Test
    void waysOfWritingANameAreOne() {
        assertThat(NameIndex.normalised("  Ann-Marie\u00a0 O'Brien ")).isEqualTo("ann marie obrien").isEqualTo(NameIndex.normalised("ＡＮＮ marie o’brien"));
        assertThat(NameIndex.normalised("欧阳 · 娜娜")).isEqualTo("欧阳 娜娜");
        assertThat(NameIndex.normalised("••• –")).isEmpty();
    }

    @Test
    void oneCharacterOfChineseIsABeginningAndOneLetterIsNot() {
        assertThat(NameIndex.beginnings("李娜")).containsExactlyInAnyOrder("李", "李娜");
        assertThat(NameIndex.beginnings("li na")).containsExactlyInAnyOrder("li", "li ", "li n", "li na", "na");
    }

    @Property
    void everyBeginningIsOneOfAWordOrOfTheWhole(@ForAll @StringLength(max = 40) String name) {
        String whole = NameIndex.normalised(name);
        assertThat(NameIndex.normalised(whole)).as("one form").isEqualTo(whole);
        assertThat(NameIndex.beginnings(whole)).allMatch(b -> !b.isEmpty() && (whole.startsWith(b) || whole.contains(" " + b)) && b.codePointCount(0, b.length()) <= 12)
                .hasSizeLessThanOrEqualTo(12 * 22);
    }
}
