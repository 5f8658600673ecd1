package dev.pledgedesk.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadCpuTest {

    @Test
    void threadsOfAKindAreOne() {
        assertThat(ThreadCpu.kind("http-thread-poo")).isEqualTo("http-thread-poo");
        assertThat(ThreadCpu.kind("C2 CompilerThre")).isEqualTo("C2 Compiler");
        assertThat(ThreadCpu.kind("GC Thread#1")).isEqualTo("GC Thread");
        assertThat(ThreadCpu.kind("payara-executor-7")).isEqualTo("payara-executor");
        assertThat(ThreadCpu.kind("java")).isEqualTo("java");
    }

    @Test
    void onlyWhatWasUsedBetweenIsTold() {
        assertThat(ThreadCpu.between(Map.of("a", 10L, "b", 5L, "gone", 9L), Map.of("a", 30L, "b", 5L, "new", 4L))).isEqualTo(Map.of("a", 20L, "new", 4L));
    }
}
