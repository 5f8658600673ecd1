package dev.pledgedesk.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the bench reads /proc and runs on Linux only")
class ProcessesTest {

    private final long self = ProcessHandle.current().pid();

    @Test
    void cpuOfAChildIsCountedWhileItLivesAndAfterItsEnd() throws Exception {
        Process child = new ProcessBuilder("/bin/sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; read line").start();
        long used = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (used < 50 && System.nanoTime() < end) {
            used = Processes.children(self).stream().filter(c -> c.pid() == child.pid()).mapToLong(ProcessStat::allMillis).sum();
        }
        long living = Processes.treeMillis(self, 0);

        assertThat(used).isGreaterThanOrEqualTo(50);
        assertThat(Processes.treeMillis(self, child.pid())).as("overlooked").isLessThanOrEqualTo(Processes.treeMillis(self, 0) - 50);

        child.getOutputStream().close();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Processes.treeMillis(self, 0)).isGreaterThanOrEqualTo(living);
    }

    @Test
    void memoryOfAProcessIsThatOfTheKernel() throws Exception {
        Memory memory = Processes.memory(self);

        assertThat(memory.proportional()).isPositive().isLessThanOrEqualTo(memory.resident());
        assertThat(memory.resident()).isGreaterThan(Files.size(Path.of("/proc/self/exe").toRealPath()));
    }

    @Test
    void aProcessThatIsGoneHasNothing() {
        long nobody = Long.MAX_VALUE;

        assertThat(Processes.stat(nobody)).isEmpty();
        assertThat(Processes.memory(nobody)).isEqualTo(new Memory(0, 0));
    }
}
