package dev.pledgedesk.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessStatTest {

    @Test
    void readsCpuOfAProcessAndOfItsChildrenThatEnded() {
        ProcessStat stat = ProcessStat.parse("4711 (postgres) S 12 4711 4711 0 -1 4194560 3517 99 0 0 150 50 7 3 20 0 1 0 123456 234 567 18446744073709551615");

        assertThat(stat).isEqualTo(new ProcessStat(4711, 12, 200, 10));
        assertThat(stat.ownMillis()).isEqualTo(2_000);
        assertThat(stat.allMillis()).isEqualTo(2_100);
    }

    @Test
    void aNameMayHoldSpacesAndParentheses() {
        ProcessStat stat = ProcessStat.parse("7 (odd) name (x)) R 1 7 7 0 -1 0 0 0 0 0 1 2 3 4 20 0 1 0 5 6 7");

        assertThat(stat).isEqualTo(new ProcessStat(7, 1, 3, 7));
    }

    @Test
    void refusesWhatIsNoSuchLine() {
        assertThatThrownBy(() -> ProcessStat.parse("7 (cut) R 1 7")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("7 (cut)");
        assertThatThrownBy(() -> ProcessStat.parse("")).isInstanceOf(IllegalArgumentException.class);
    }
}
