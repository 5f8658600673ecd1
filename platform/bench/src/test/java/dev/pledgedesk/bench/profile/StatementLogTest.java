package dev.pledgedesk.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementLogTest {

    private static final String TIME = "2026-01-01 10:00:00.000 UTC ";

    @Test
    void statementsOfOneConnectionAreOneTransaction() {
        Map<List<String>, Integer> transactions = StatementLog.transactions(List.of(
            TIME + "[1] desk_app@pledgedesk LOG:  statement: BEGIN",
            TIME + "[2] desk_app@pledgedesk LOG:  statement: BEGIN",
            TIME + "[1] desk_app@pledgedesk LOG:  execute S_2: select a",
            TIME + "[2] desk_app@pledgedesk LOG:  execute <unnamed>: select a",
            "a line that goes on",
            TIME + "[3] desk_owner@pledgedesk LOG:  statement: select 'not the product'",
            TIME + "[2] desk_app@pledgedesk LOG:  execute S_1: ROLLBACK",
            TIME + "[1] desk_app@pledgedesk LOG:  execute S_4: insert b",
            TIME + "[1] desk_app@pledgedesk LOG:  execute S_1: COMMIT",
            TIME + "[1] desk_app@pledgedesk LOG:  statement: BEGIN",
            TIME + "[1] desk_app@pledgedesk LOG:  execute S_2: select a",
            TIME + "[1] desk_app@pledgedesk LOG:  execute S_1: COMMIT"));

        assertThat(transactions).containsOnly(Map.entry(List.of("select a"), 2), Map.entry(List.of("select a", "insert b"), 1));
    }
}
