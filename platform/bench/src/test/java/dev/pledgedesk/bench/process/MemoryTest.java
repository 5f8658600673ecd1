package dev.pledgedesk.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void readsBothFigures() {
        String file = """
            55d8c0a00000-7ffd3b5fe000 ---p 00000000 00:00 0                          [rollup]
            Rss:              102400 kB
            Pss:               51200 kB
            Pss_Dirty:         40000 kB
            Shared_Clean:      10240 kB
            """;

        assertThat(Memory.parse(file)).isEqualTo(new Memory(100L << 20, 50L << 20));
        assertThat(Memory.parse(file).plus(new Memory(1, 2))).isEqualTo(new Memory((100L << 20) + 1, (50L << 20) + 2));
    }

    @Test
    void refusesAFileWithoutThem() {
        assertThatThrownBy(() -> Memory.parse("Rss: 5 kB\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
