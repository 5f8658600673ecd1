package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in slices, each telling where the next one starts. */
class PageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aSizeOutOfBoundsIsRefused(int size) {
        Problem refused = catchThrowableOfType(Problem.class, () -> PageRequest.of(size, null));
        assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/page[size]");
    }

    @Test
    void withoutASizeItIsFifty() {
        assertThat(PageRequest.of(null, " ")).isEqualTo(new PageRequest(50, null));
        assertThat(PageRequest.first(100).after()).isNull();
    }

    /** Walking from slice to slice meets every row once, in order. */
    @Property
    void slicesMeetEveryRowOnce(@ForAll @IntRange(max = 250) int rows, @ForAll @IntRange(min = 1, max = 100) int size) {
        List<Integer> met = new ArrayList<>();
        PageRequest request = PageRequest.first(size);
        Page<Integer> page;
        do {
            int after = request.after() == null ? -1 : Integer.parseInt(request.after());
            page = Page.of(java.util.stream.IntStream.range(after + 1, rows).limit(size + 1L).boxed().toList(), size, String::valueOf);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            met.addAll(page.items());
            request = new PageRequest(size, page.next());
        } while (page.hasMore());
        assertThat(met).isEqualTo(java.util.stream.IntStream.range(0, rows).boxed().toList());
    }

    @Test
    void whatIsNoCursorIsTheStart() {
        assertThat(PageRequest.of(null, "ada").after()).isEqualTo("ada");
        assertThat(PageRequest.of(null, " ").after()).isNull();
        assertThat(PageRequest.of(null, "a\0").after()).as("the database has no such text").isNull();
    }
}
