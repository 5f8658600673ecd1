package dev.pledgedesk.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchTest {

    private final List<Sketch> thousand = IntStream.range(0, 1_000).mapToObj(i -> Sketch.of(0, i)).toList();

    @Test
    void theSameNumberIsTheSameTicketAndOthersAreOthers() {
        assertThat(Sketch.of(0, 17)).isEqualTo(thousand.get(17));
        assertThat(Sketch.id(0, 17)).isEqualTo(thousand.get(17).id());
        assertThat(thousand).extracting(Sketch::id).doesNotHaveDuplicates();
        assertThat(Sketch.of(1, 17).id()).isNotEqualTo(Sketch.of(0, 17).id());
        assertThat(Sketch.customerId(0, 3)).isEqualTo(Sketch.customerId(0, 3)).isNotEqualTo(Sketch.customerId(0, 4));
    }

    @Test
    void ticketsAreSpreadAsInRealLife() {
        assertThat(thousand).extracting(Sketch::statusCategory).contains("new", "open", "pending", "solved", "closed");
        assertThat(thousand.stream().filter(t -> List.of("solved", "closed").contains(t.statusCategory())).count()).as("done").isBetween(900L, 990L);
        assertThat(thousand.stream().filter(t -> t.subject().contains(Words.FREQUENT_ZH) || t.subject().contains(Words.FREQUENT_EN)).count()).isBetween(250L, 400L);
        assertThat(thousand.stream().filter(t -> t.said().size() > 1).count()).isBetween(300L, 900L);
        assertThat(thousand).allSatisfy(t -> {
            assertThat(t.customer()).isBetween(0, 250);
            assertThat(t.updated()).isAfter(t.created());
            assertThat(t.id().version()).isEqualTo(7);
            assertThat(t.id().variant()).isEqualTo(2);
            assertThat(t.id().getMostSignificantBits() >>> 16).isEqualTo(t.created().toEpochMilli());
            assertThat(t.assignee() < 0).isEqualTo(t.status().equals("new"));
        });
    }

    @Test
    void aRareWordIsRare() {
        String word = Words.rareEn(new SplittableRandom(1));

        assertThat(thousand.stream().filter(t -> t.said().stream().anyMatch(said -> said.body().contains(word))).count()).isLessThan(5);
    }
}
