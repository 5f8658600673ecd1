package dev.pledgedesk.appraisal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever there is to draw from: a draw can be repeated, takes no ticket twice and nobody's too often. */
class SampleDrawTest {

    @Property
    void aDrawCanBeRepeatedFromTicketsInAnyOrder(@ForAll @Size(max = 6) List<@IntRange(max = 9) Integer> counts, @ForAll @IntRange(min = 1, max = 5) int perPerson, @ForAll long seed) {
        Map<UUID, List<UUID>> of = tickets(counts);
        Map<UUID, List<UUID>> drawn = SampleDraw.draw(of, perPerson, seed);
        Map<UUID, List<UUID>> shuffled = new HashMap<>();
        of.forEach((who, his) -> {
            List<UUID> other = new ArrayList<>(his);
            Collections.shuffle(other, new Random(seed));
            shuffled.put(who, other);
        });
        assertThat(SampleDraw.draw(shuffled, perPerson, seed)).isEqualTo(drawn);
        assertThat(drawn.keySet()).isEqualTo(of.keySet());
        drawn.forEach((who, his) -> assertThat(his).doesNotHaveDuplicates().isSubsetOf(of.get(who)).hasSize(Math.min(perPerson, of.get(who).size())));
    }

    private static Map<UUID, List<UUID>> tickets(List<Integer> counts) {
        Map<UUID, List<UUID>> of = new HashMap<>();
        for (int who = 0; who < counts.size(); who++) {
            List<UUID> his = new ArrayList<>();
            for (int ticket = 0; ticket < counts.get(who); ticket++) {
                his.add(new UUID(who + 1L, ticket));
            }
            of.put(new UUID(0, who), his);
        }
        return of;
    }
}
