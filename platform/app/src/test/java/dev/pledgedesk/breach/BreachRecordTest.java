package dev.pledgedesk.breach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.breach.entity.BreachDuty;
import dev.pledgedesk.breach.entity.BreachRecord;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried in whatever order: a case ends once, after it was contained and assessed, and what was settled stays settled. */
class BreachRecordTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Sealed WORDS = new Sealed(new byte[] {1, 1});
    private static final List<Consumer<BreachRecord>> MOVES = List.of(b -> b.contain(WORDS, "staff/a", NOW), b -> b.assess(Severity.MAJOR, WORDS, "staff/a", NOW),
            b -> b.close(WORDS, "staff/a", NOW), b -> b.write(WORDS));
    private static final int CONTAIN = 0;
    private static final int ASSESS = 1;
    private static final int CLOSE = 2;

    @Property
    void aCaseEndsOnceAndAfterBothSteps(@ForAll @Size(max = 10) List<@IntRange(min = 0, max = 3) Integer> tried) {
        BreachRecord breach = new BreachRecord(UUID.randomUUID(), Severity.MINOR, NOW, "staff/a", NOW);
        boolean contained = false;
        boolean assessed = false;
        boolean closed = false;
        for (int move : tried) {
            boolean allowed = !closed && (move != CONTAIN || !contained) && (move != CLOSE || contained && assessed);
            assertThat(done(breach, move)).as("%d after %s", move, tried).isEqualTo(allowed);
            contained |= allowed && move == CONTAIN;
            assessed |= allowed && move == ASSESS;
            closed |= allowed && move == CLOSE;
            assertThat(breach.state()).isEqualTo(closed ? BreachState.CLOSED : !contained ? BreachState.DETECTED : assessed ? BreachState.ASSESSED : BreachState.CONTAINED);
            assertThat(breach.severity()).isEqualTo(assessed ? Severity.MAJOR : Severity.MINOR);
        }
    }

    private static boolean done(BreachRecord breach, int move) {
        try {
            MOVES.get(move).accept(breach);
            return true;
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
            return false;
        }
    }

    /** 0 and 1 settle, 2 takes what is owed away, more is a new time in hours. */
    @Property
    void whatIsSettledStaysSettled(@ForAll @Size(max = 10) List<@IntRange(min = 0, max = 9) Integer> tried) {
        BreachDuty duty = new BreachDuty(UUID.randomUUID(), UUID.randomUUID(), "law", DutyKind.REPORT, NOW);
        DutyState expected = DutyState.OPEN;
        Instant due = NOW;
        for (int move : tried) {
            boolean settled = expected == DutyState.DONE || expected == DutyState.WAIVED;
            if (move < 2) {
                boolean allowed = expected == DutyState.OPEN;
                try {
                    duty.settle(move == 0, WORDS, "staff/a", NOW);
                    assertThat(allowed).isTrue();
                    expected = move == 0 ? DutyState.DONE : DutyState.WAIVED;
                } catch (Problem refused) {
                    assertThat(allowed).isFalse();
                }
            } else {
                Instant until = move == 2 ? null : NOW.plusSeconds(3600L * move);
                duty.owed(until);
                expected = settled ? expected : until == null ? DutyState.LAPSED : DutyState.OPEN;
                due = settled || until == null ? due : until;
            }
            assertThat(duty.state()).isEqualTo(expected);
            assertThat(duty.dueAt()).isEqualTo(due);
        }
    }
}
