package dev.pledgedesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.kernel.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried in whatever order: what has ended stays as it is, and nobody decides more than twice or appeals more than once. */
class DataRequestStateTest {

    private static final List<UnaryOperator<DataRequestState>> MOVES = List.of(s -> s.decided(true), s -> s.decided(false), DataRequestState::appealed, DataRequestState::withdrawn);
    private static final int APPEAL = 2;

    @Property
    void whatHasEndedStays(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 3) Integer> tried) {
        DataRequestState state = DataRequestState.OPEN;
        int decisions = 0;
        int appeals = 0;
        for (int move : tried) {
            DataRequestState before = state;
            try {
                state = MOVES.get(move).apply(before);
                assertThat(List.of(DataRequestState.GRANTED, DataRequestState.UPHELD, DataRequestState.WITHDRAWN)).as("%s is an end", before).doesNotContain(before);
                decisions += move < APPEAL ? 1 : 0;
                appeals += move == APPEAL ? 1 : 0;
            } catch (Problem refused) {
                assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
                assertThat(before.isWaiting() && move != APPEAL || before == DataRequestState.REFUSED && move == APPEAL).as("%s allows it", before).isFalse();
            }
        }
        assertThat(decisions).isLessThanOrEqualTo(2);
        assertThat(appeals).isLessThanOrEqualTo(1);
    }
}
